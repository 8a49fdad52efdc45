"""The one ledger of consents: every way of telling something outside asks it, topic by topic, on the day itself.

A prohibition beats a consent. What the law itself lets or bids be told (Act 703/2023 56 § and 64 §) goes over a
prohibition; co-operation by the Social Welfare Act 41 § does not (decision 0029).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from clients.models import Client
from network.models import Consent, Member, Organisation
from network.models.consent_kinds import CONSENTS, ConsentKind
from network.models.disclosure import Ground
from paku.kit.dates import finnish_date
from paku.printing.sections import parts_of

PERMISSIONS = (*CONSENTS, ConsentKind.PERMIT)
ALL_KINDS = (*PERMISSIONS, ConsentKind.PROHIBITION)
RESTS_ON: Mapping[str, Sequence[str]] = {
    Ground.CONSENT: CONSENTS,
    Ground.SHL_40: (ConsentKind.CONTACT,),
    Ground.PERMIT: (ConsentKind.PERMIT,),
}
OVER_PROHIBITIONS = frozenset({Ground.LAW_703_56, Ground.LAW_703_64})
Answers = dict[str, Consent | None]


def allows(
    client: Client, recipient: Member, topics: Iterable[str], on: date, *,
    kinds: Sequence[str] = PERMISSIONS,
) -> Answers:  # fmt: skip
    """Topic → the prohibition that stands on it, else the newest consent or permit of these kinds, else nothing.

    One statement. Topics are names of paper sections.
    """
    wanted = (*kinds, ConsentKind.PROHIBITION)
    there = Consent.objects.of(client).in_force(on).about(recipient).filter(kind__in=wanted)
    found = prohibitions_first(there)
    return {topic: next((one for one in found if one.covers(topic)), None) for topic in topics}


@dataclass(frozen=True, slots=True)
class Basis:
    """What the ledger answered for one paper. `told` are the topics that really stand on it."""

    client: Client
    recipient: Member
    ground: str
    answers: Answers

    @property
    def given_on(self) -> date | None:
        """The day of the newest consent among those that the paper rests on."""
        return max((one.given_on for one in self.consents(self.answers).values()), default=None)

    def consents(self, told: Iterable[str]) -> dict[str, Consent]:
        """Topic → the consent that carries it, where the ground is one."""
        if self.ground not in RESTS_ON:
            return {}
        found = {topic: self.answers[topic] for topic in told}
        return {topic: one for topic, one in found.items() if one and not one.is_prohibition}

    def prohibitions(self, told: Iterable[str]) -> dict[str, Consent]:
        """Topic → what forbids it, whether or not the ground goes over it."""
        found = {topic: self.answers[topic] for topic in told}
        return {topic: one for topic, one in found.items() if one and one.is_prohibition}

    def passed_over(self, told: Iterable[str]) -> dict[str, Consent]:
        """Prohibitions over which the law goes."""
        return self.prohibitions(told) if self.ground in OVER_PROHIBITIONS else {}

    def why_not(self, told: Sequence[str]) -> str:
        """A sentence that names the topics and why they stop, or "" when the ledger lets all of them go."""
        forbidden = self.prohibitions(told)
        if forbidden and self.ground not in OVER_PROHIBITIONS:
            newest = max(one.given_on for one in forbidden.values())
            return _(
                "The client has forbidden this (%(day)s): %(topics)s. A prohibition yields only to Act 703/2023"
                " 56 § and 64 §."
            ) % {"day": finnish_date(newest), "topics": titles(forbidden)}
        bare = [topic for topic in told if topic not in self.consents(told)]
        return self._unallowed(bare) if self.ground in RESTS_ON and bare else ""

    def _unallowed(self, bare: Sequence[str]) -> str:
        about = {"who": self.recipient.name, "topics": titles(bare)}
        lapsed = self._lapsed(bare)
        if lapsed and lapsed.withdrawn_on:
            day = finnish_date(lapsed.withdrawn_on)
            sentence = _(
                "The client took the consent back on %(day)s, so %(who)s is not told: %(topics)s."
            )
            return sentence % {**about, "day": day}
        if lapsed and lapsed.valid_until:
            day = finnish_date(lapsed.valid_until)
            sentence = _("The consent was valid until %(day)s, so %(who)s is not told: %(topics)s.")
            return sentence % {**about, "day": day}
        return _("There is no such consent to tell %(who)s: %(topics)s.") % about

    def _lapsed(self, bare: Sequence[str]) -> Consent | None:
        """The consent that one may remember: the newest that covered any of these and holds no more."""
        kinds = RESTS_ON[self.ground]
        newest = Consent.objects.of(self.client).newest().about(self.recipient)
        found = newest.filter(kind__in=kinds, topics__overlap=list(bare)).order_by("-at", "-pk")
        lapsed: Consent | None = found.first()
        return lapsed


def basis_of(
    client: Client, recipient: Member, topics: Iterable[str], ground: str, on: date
) -> Basis:
    """What a paper of these topics would rest on that day; one statement."""
    kinds = RESTS_ON.get(ground, ())
    return Basis(client, recipient, ground, allows(client, recipient, topics, on, kinds=kinds))


def standing_about(client: Client, organisation: Organisation, on: date) -> list[Consent]:
    """What holds that day about an organisation, for a referral to it: prohibitions first; one statement."""
    about = Consent.objects.of(client).in_force(on).about_organisation(organisation)
    return prohibitions_first(about.filter(kind__in=ALL_KINDS).with_names())


def all_in_force(client: Client, on: date) -> list[Consent]:
    """What holds that day about anybody, with the members of its groups: prohibitions first; two statements."""
    found = Consent.objects.of(client).in_force(on).filter(kind__in=ALL_KINDS)
    return prohibitions_first(found.prefetch_related("group_members"))


def prohibitions_first(found: Iterable[Consent]) -> list[Consent]:
    """A prohibition beats a consent: whoever looks for the first that covers something finds it first."""
    return sorted(found, key=lambda one: not one.is_prohibition)


def titles(topics: Iterable[str]) -> str:
    """As the sections of the summary are called, in the language in force and in their order."""
    wanted = set(topics)
    return ", ".join(str(part.title) for part in parts_of("summary") if part.name in wanted)
