"""Where a service is met in person and when: told by whoever works in the area, and taken away when it ends."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from network.deeds import Deed
from network.models import Presence, Service
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused


@transaction.atomic(savepoint=False)
def tell_presence(
    *, service: Service, by: User, presence: Presence | None = None, **told: Any
) -> Presence:
    """A new place, or other words for one that stands. The same place twice is refused (409)."""
    row = presence or Presence(service=service)
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
