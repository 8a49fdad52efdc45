"""By what right a referral goes out: a consent that holds, or the section of law that lets it go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from network.ledger import OVER_PROHIBITIONS, standing_about
from network.models import Consent, Referral
from network.models.consent_kinds import ConsentKind, Scope
from network.models.grounds import Ground
from paku.kit.dates import finnish_date

BY_LAW = (Ground.SHL_41, Ground.LAW_703_56, Ground.LAW_703_64)
OF_LETTERS = (Ground.KELA_14_D, Ground.KELA_15)
BY_CONSENT = {ConsentKind.CONTACT: Ground.SHL_40, ConsentKind.PERMIT: Ground.PERMIT}


@dataclass(frozen=True, slots=True)
class Standing:
    """What the ledger of consents says of one organisation that day."""

    consents: Sequence[Consent]
    prohibition: Consent | None

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Consents first, then the sections of law that need none; nothing is chosen beforehand."""
        given = [(str(one.ref), _in_words(one)) for one in self.consents]
        return given + [(ground.value, capfirst(str(ground.label))) for ground in BY_LAW]

    def chosen(self, value: str) -> tuple[str, Consent | None]:
        """The ground and the consent on which it rests."""
        found = next((one for one in self.consents if str(one.ref) == value), None)
        return (ground_of(found), found) if found else (value, None)

    def why_not(self, ground: str, consent: Consent | None) -> str:
        """A sentence, or "" when it may go."""
        if self.prohibition and ground not in OVER_PROHIBITIONS:
            return _(
                "The client has forbidden this (%(day)s). A prohibition yields only to Act 703/2023 56 § and 64 §."
            ) % {"day": finnish_date(self.prohibition.given_on)}
        if consent is None:
            return "" if ground in (*BY_LAW, *OF_LETTERS) else _("Record the ground first.")
        if any(one.thread == consent.thread for one in self.consents):
            return ""
        return _("The consent on which this rested is not in force any more. Record another ground.")  # fmt: skip


def standing_of(referral: Referral, on: date) -> Standing:
    """One statement."""
    return sorted_out(standing_about(referral.client, referral.organisation, on))


def sorted_out(found: Sequence[Consent]) -> Standing:
    """A prohibition of certain documents forbids no referral: that tells what is asked, and no document."""
    forbids = (one for one in found if one.is_prohibition and one.scope != Scope.DOCUMENT)
    return Standing([one for one in found if not one.is_prohibition], next(forbids, None))


def ground_of(consent: Consent) -> str:
    return BY_CONSENT.get(ConsentKind(consent.kind), Ground.CONSENT).value


def _in_words(consent: Consent) -> str:
    words = (str(consent.get_kind_display()), finnish_date(consent.given_on), consent.to_whom)
    return f"{capfirst(', '.join(words))}: {consent.purpose}"
