"""Other names of a person: told, found wrong, or left behind by a change of the basic data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from clients.actions.pseudonyms import NO_REAL_NAMES
from clients.deeds import Deed
from clients.models import Client, ClientName
from clients.models.name import NameKind
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused


@transaction.atomic(savepoint=False)
def tell_name(
    *, client: Client, text: str, kind: str, since: date | None, until: date | None, by: User
) -> ClientName:
    """Refused when the same name of the same kind is there already, and where the team works with pseudonyms."""
    if client.pseudonymous_team:
        raise Refused(NO_REAL_NAMES, code="pseudonymous")
    name = ClientName(client=client, text=text, kind=kind, since=since, until=until, written_by=by)
    try:
        with transaction.atomic():
            name.save(force_insert=True)
    except IntegrityError:
        raise Refused(_("This name has been written down already."), code="name_there") from None
    record(Deed.NAME_TOLD, name, by=by, client=client.ref, details={"kind": kind})
    return name


@transaction.atomic(savepoint=False)
def remove_name(*, name: ClientName, by: User) -> None:
    """It was never this person's. Twice is the same as once."""
    if ClientName.objects.filter(pk=name.pk).delete()[0]:
        record(Deed.NAME_REMOVED, name, by=by, client=name.client.ref, details={"kind": name.kind})


def keep_earlier(*, client: Client, told: Mapping[str, Any], by: User) -> None:
    """What the basic data said before stays to be found; `client` still holds it. Part of the change itself."""
    now = {
        name: told.get(name, getattr(client, name))
        for name in ("last_name", "first_names", "nickname")
    }
    gone = [
        getattr(client, name)
        for name, value in now.items()
        if getattr(client, name) and getattr(client, name) != value
    ]
    ClientName.objects.bulk_create(
        [
            ClientName(client=client, text=text, kind=NameKind.IN_FILE, written_by=by)
            for text in dict.fromkeys(gone)
        ],
        ignore_conflicts=True,
    )
