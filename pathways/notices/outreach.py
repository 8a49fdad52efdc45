"""Contacts that are about to be deleted: of whom the one who took the person is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from paku.reminders.models import Delivery
from pathways.models import OutreachContact

CONTACT_ENDING = "contact_ending"


@dataclass(frozen=True, slots=True)
class ToldOfContact:
    """An unseen notice and the contact that it is about."""

    notice: Delivery
    about: Any


def told_of_contacts(user: Any, unseen: list[Delivery], today: date) -> list[ToldOfContact]:
    """The one that ends first is first; met again, opened or deleted since, it is not told of. One statement if any."""
    notices = {one.reference: one for one in unseen if one.kind == CONTACT_ENDING}
    if not notices:
        return []
    found: Any = OutreachContact.objects.of_teams(user).ending(today)
    found = found.filter(ref__in=list(notices))
    return [ToldOfContact(notices[one.ref], one) for one in found.order_by("deleted_on", "pk")]
