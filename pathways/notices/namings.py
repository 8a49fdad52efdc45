"""What people are told of at once about who is to walk beside a person: asked of who leads, answered to who asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from paku.reminders.models import Delivery
from paku.reminders.telling import Told, newest_first, references, teller
from pathways.models import AskedNaming

ASKED = "naming_asked"
ANSWERED = "naming_answered"
KINDS = (ASKED, ANSWERED)


@teller(*KINDS, template="pathways/beside/told.html", order=90)
def told_of_namings(user: Any, notices: Sequence[Delivery], today: date) -> list[Told]:
    """The newest first; what has been answered is not asked about. One statement."""
    found = AskedNaming.objects.known_to(user).filter(ref__in=references(notices)).with_people()
    return newest_first(notices, found, holds=lambda kind, asked: kind != ASKED or asked.is_waiting)
