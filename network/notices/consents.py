"""What the own worker is told of at once or in time: a consent that is about to end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from network.models import Consent
from network.reminders import CONSENT_ENDS
from paku.reminders.models import Delivery
from paku.reminders.telling import Told, newest_first, references, teller


@teller(CONSENT_ENDS, template="network/consents/told.html", order=30)
def told_of_consents(user: Any, notices: Sequence[Delivery], today: date) -> list[Told]:
    """Of those that still hold, of clients with whom the user works or whom they lead; the first to end first."""
    holding = Consent.objects.in_force(today).filter(ref__in=references(notices))
    told = newest_first(notices, holding.shown_to(user).with_names())
    return sorted(told, key=lambda one: (one.about.valid_until, one.about.pk))
