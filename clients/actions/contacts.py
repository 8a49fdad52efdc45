"""Correcting contact data that are behind the click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from clients.actions.basics import CONTACTS, LABELS, Reach, as_text, keep_contacts
from clients.actions.protection import keep_place, place_of
from clients.deeds import Deed
from clients.models import Client
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Stale

PLACE = ("municipality", "village")
PLACE_LABELS = {name: LABELS[name] for name in PLACE}


@transaction.atomic(savepoint=False)
def edit_contacts(
    *, client: Client, seen_version: int, contacts: Sequence[Reach], by: User, **place: Any
) -> None:
    """Inside `contact_data_shown`; `place` is municipality and village. Stale as in `edit_basics`."""
    points, known = list(client.contact_points.all()), place_of(client)
    changed = [name for name in PLACE if place[name] != getattr(known, name)]
    if [Reach.of(point) for point in points] != list(contacts):
        changed.append(CONTACTS)
    if not changed:
        return
    same = Client.objects.filter(pk=client.pk, version=seen_version, is_protected=True)
    if not same.update(version=F("version") + 1):
        known_place = {name: getattr(known, name) for name in PLACE}
        raise Stale(
            _("Somebody has saved other basic data meanwhile."),
            mine=as_text(place, contacts, PLACE_LABELS),
            theirs=as_text(known_place, map(Reach.of, points), PLACE_LABELS),
        )
    keep_place(client, **{f"{name}_id": getattr(place[name], "pk", None) for name in PLACE})
    if CONTACTS in changed:
        keep_contacts(client, points, contacts)
    record(Deed.CLIENT_EDITED, client, by=by, client=client.ref, details={"fields": changed})
