"""Contacts that are about to be deleted: of whom the one who took the person is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from paku.reminders.models import Delivery
from paku.reminders.telling import Told, newest_first, nobody, references, teller
from pathways.models import OutreachContact

CONTACT_ENDING = "contact_ending"


@teller(CONTACT_ENDING, template="pathways/outreach/told.html", order=40)
def told_of_contacts(user: Any, notices: Sequence[Delivery], today: date) -> list[Told]:
    """The one that ends first is first; met again, opened or deleted since, it is not told of. One statement."""
    ending: Any = OutreachContact.objects.of_teams(user).ending(today)
    told = newest_first(notices, ending.filter(ref__in=references(notices)), client=nobody)
    return sorted(told, key=lambda one: (one.about.deleted_on, one.about.pk))
