"""Where a service is met in person and when: told by whoever works in the area, and taken away when it ends."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from network.deeds import Deed
from network.models import Presence, Service
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused, Stale

TOLD = ("municipality", "village", "place", "days", "hours", "who", "bus")
MEANWHILE = _("Somebody has changed this place meanwhile.")


def told_of(row: Presence) -> dict[str, Any]:
    """What can be told otherwise, as it is now."""
    return {name: getattr(row, name) for name in TOLD}


def seen_as(row: Presence) -> str:
    """What the sheet remembers: changes when anything of it does."""
    told = repr([getattr(value, "pk", value) for value in told_of(row).values()])
    return str(salted_hmac("presence", told, algorithm="sha256").hexdigest())


def as_text(row: Presence) -> str:
    """For the page that shows two texts side by side."""
    parts = (row.where, row.place, row.days_in_words, row.hours, row.who, row.bus)
    return "\n".join(part for part in parts if part)


@transaction.atomic(savepoint=False)
def tell_presence(
    *, service: Service, by: User, presence: Presence | None = None, seen: str = "", **told: Any
) -> Presence:
    """A new place, or other words for one that stands; Stale when somebody told it otherwise after this person began.
    The same place twice is refused (409)."""
    row = _held(presence) if presence else Presence(service=service)
    if presence and told_of(row) == told:
        return row
    if presence and seen_as(row) != seen:
        raise Stale(MEANWHILE, mine=as_text(Presence(service=service, **told)), theirs=as_text(row))
    for name, value in told.items():
        setattr(row, name, value)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Refused(
            _("This place of the service is in the list already. Change that one."),
            code="place_twice", status=409,
        ) from None  # fmt: skip
    record(Deed.PLACE_TOLD, row, by=by)
    return row


@transaction.atomic(savepoint=False)
def end_presence(*, presence: Presence, by: User) -> None:
    record(Deed.PLACE_ENDED, presence, by=by)
    presence.delete()


def _held(presence: Presence) -> Presence:
    """As it is, until the end of the transaction."""
    held: Presence = Presence.objects.placed().select_for_update(of=["self"]).get(pk=presence.pk)
    return held
