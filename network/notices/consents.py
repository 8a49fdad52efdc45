"""What the own worker is told of at once or in time: a consent that is about to end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from network.models import Consent
from network.reminders import CONSENT_ENDS
from paku.reminders.models import Delivery

KINDS = (CONSENT_ENDS,)


@dataclass(frozen=True, slots=True)
class ToldOfConsent:
    """An unseen notice and the consent that it is about."""

    notice: Delivery
    about: Consent


def told_of_consents(user: Any, unseen: list[Delivery], today: date) -> list[ToldOfConsent]:
    """Of those that still hold, of clients with whom the user works or whose workers they lead; the first to end first.

    No statement when there is no such notice.
    """
    notices = {one.reference: one for one in unseen if one.kind in KINDS and one.reference}
    if not notices:
        return []
    found = Consent.objects.in_force(today).filter(ref__in=notices).shown_to(user).with_names()
    told = [ToldOfConsent(notices[one.ref], one) for one in found]
    return sorted(told, key=lambda one: (one.about.valid_until, one.about.pk))
