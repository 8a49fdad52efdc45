"""By what right something is told outside: the grounds, and one topic told by one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.audit.words import words_of


@words_of("ground")
class Ground(models.TextChoices):
    """Consent, or the section of law that allows it."""

    CONSENT = "consent", _("the client's consent")
    SHL_40 = "shl_40", _("Social Welfare Act 40 §: contact with another authority, with consent")
    SHL_41 = "shl_41", _("Social Welfare Act 41 §: multi-sector co-operation")
    PERMIT = "permit", _("the client's disclosure permit, Act 703/2023 53 § and 55 §")
    LAW_703_56 = "703_56", _("Act 703/2023 56 §: necessary without a permit")
    LAW_703_64 = "703_64", _("Act 703/2023 64 §: the authority's right to information")
    KELA_14_D = "tt_14d", _("Act on Social Assistance 1412/1997 14 d §: a joint meeting with Kela")
    KELA_15 = "tt_15", _("Act on Social Assistance 1412/1997 15 §: a statement to Kela")
    OWN_COPY = "703_58", _("Act 703/2023 58 §: the client's own copy")
    WHOLE_FILE = "gdpr_15", _("GDPR art. 15: the person's own copy of their whole file")


@dataclass(frozen=True, slots=True)
class Telling:
    """One topic (name of a section), the ground by which it is told, and the day of the consent that carries it."""

    topic: str
    ground: str
    consented_on: date | None = None

    @property
    def as_json(self) -> dict[str, str]:
        told = {"topic": self.topic, "ground": self.ground}
        return (
            {**told, "consented_on": self.consented_on.isoformat()} if self.consented_on else told
        )


def all_by(ground: str, topics: Iterable[str], on: date | None = None) -> tuple[Telling, ...]:
    """Every topic by the same ground, and by consents of the same day where it is one."""
    return tuple(Telling(topic, ground, on) for topic in topics)


def newest_consent(tellings: Iterable[Telling]) -> date | None:
    return max((one.consented_on for one in tellings if one.consented_on), default=None)


def kept_tellings(row: Any) -> tuple[Telling, ...]:
    """Of a row with `grounds`; where it keeps none, every section is told by its one `ground`."""
    if not row.grounds:
        return all_by(row.ground, row.sections, row.consent_given_on)
    return tuple(_read(one) for one in row.grounds)


def _read(kept: Mapping[str, str]) -> Telling:
    on = kept.get("consented_on")
    return Telling(kept["topic"], kept["ground"], date.fromisoformat(on) if on else None)


class WantsADay(models.Func):
    """Of `grounds`: a topic is told by consent, and the day of the consent is not said."""

    template = """jsonb_path_exists(%(expressions)s,
        '$[*] ? (@.ground == "consent" && !exists(@.consented_on))')"""
    output_field = models.BooleanField()
