"""Who speaks for the person: named, and ended on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.deeds import Deed
from clients.models import Client, Representative
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused


@transaction.atomic(savepoint=False)
def name_representative(*, client: Client, by: User, **told: Any) -> Representative:
    """`told`: kind, name, competence, phone, contacts, since, until. A change is a new row, and the old one ends."""
    row: Representative = Representative.objects.create(client=client, written_by=by, **told)
    record(Deed.REPRESENTATIVE_NAMED, row, by=by, client=client.ref, details={"kind": told["kind"]})
    return row


@transaction.atomic(savepoint=False)
def end_representative(*, row: Representative, until: date, by: User) -> None:
    """Refused when a last day that has been told is already over."""
    open_until = Representative.objects.filter(pk=row.pk).not_over(until)
    if not open_until.update(until=until):
        raise Refused(_("This has already ended."), code="ended_already", status=409)
    record(
        Deed.REPRESENTATIVE_ENDED, row, by=by, client=row.client.ref,
        details={"until": until.isoformat()},
    )  # fmt: skip
