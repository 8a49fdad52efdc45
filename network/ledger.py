"""The one ledger of consents: every way of telling something outside asks it, topic by topic, on the day itself.

A prohibition beats a consent. What the law itself lets or bids be told (Act 703/2023 56 § and 64 §) goes over a
prohibition; co-operation by the Social Welfare Act 41 § does not (decision 0029).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from clients.models import Client
from network.models import Consent, Member, Organisation
from network.models.consent_kinds import CONSENTS, ConsentKind
from network.models.grounds import Ground, Telling
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
    found = _standing(client, recipient, on, kinds)
    return {topic: _first(found, topic, kinds) for topic in topics}


@dataclass(frozen=True, slots=True)
class Basis:
    """What the ledger answered for one paper: topic → the ground chosen for it, and what stands on it.

    `told` are the topics that really stand on the paper, or those among them that one asks about.
    """

    client: Client
    recipient: Member
    grounds: Mapping[str, str]
    answers: Answers

    def tellings(self, told: Iterable[str]) -> tuple[Telling, ...]:
        """Each topic with its ground and the day of the consent that carries it."""
        carries = self.consents(self.answers)
        days = {topic: one.given_on for topic, one in carries.items()}
        return tuple(Telling(topic, self.grounds[topic], days.get(topic)) for topic in told)

    def consents(self, told: Iterable[str]) -> dict[str, Consent]:
        """Topic → the consent that carries it, where its ground is one."""
        found = {topic: self.answers[topic] for topic in told if self.grounds[topic] in RESTS_ON}
        return {topic: one for topic, one in found.items() if one and not one.is_prohibition}

    def prohibitions(self, told: Iterable[str]) -> dict[str, Consent]:
        """Topic → what forbids it, whether or not its ground goes over it."""
        found = {topic: self.answers[topic] for topic in told}
        return {topic: one for topic, one in found.items() if one and one.is_prohibition}

    def passed_over(self, told: Iterable[str]) -> dict[str, Consent]:
        """Prohibitions over which the law goes."""
        return self.prohibitions(
            topic for topic in told if self.grounds[topic] in OVER_PROHIBITIONS
        )

    def why_not(self, told: Sequence[str]) -> str:
        """A sentence that names the topics and why they stop, or "" when the ledger lets all of them go."""
        forbidden = self.prohibitions(
            topic for topic in told if self.grounds[topic] not in OVER_PROHIBITIONS
        )
        if forbidden:
            newest = max(one.given_on for one in forbidden.values())
            return _(
                "The client has forbidden this (%(day)s): %(topics)s. A prohibition yields only to Act 703/2023"
                " 56 § and 64 §."
            ) % {"day": finnish_date(newest), "topics": titles(forbidden)}
        carried = self.consents(told)
        resting = [topic for topic in told if self.grounds[topic] in RESTS_ON]
        bare = [topic for topic in resting if topic not in carried]
        return self._unallowed(bare) if bare else ""

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
        such = Q()
        for topic in bare:
            such |= Q(kind__in=RESTS_ON[self.grounds[topic]], topics__contains=[topic])
        newest = Consent.objects.of(self.client).newest().about(self.recipient)
        found = newest.filter(such).order_by("-at", "-pk")
        lapsed: Consent | None = found.first()
        return lapsed


def basis_of(client: Client, recipient: Member, grounds: Mapping[str, str], on: date) -> Basis:
    """What a paper of these topics, each by its own ground, would rest on that day; one statement."""
    kinds = {topic: RESTS_ON.get(ground, ()) for topic, ground in grounds.items()}
    found = _standing(client, recipient, on, {kind for some in kinds.values() for kind in some})
    answers = {topic: _first(found, topic, kinds[topic]) for topic in grounds}
    return Basis(client, recipient, grounds, answers)


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


def _standing(client: Client, recipient: Member, on: date, kinds: Iterable[str]) -> list[Consent]:
    wanted = (*kinds, ConsentKind.PROHIBITION)
    there = Consent.objects.of(client).in_force(on).about(recipient)
    return prohibitions_first(there.filter(kind__in=wanted))


def _first(found: Iterable[Consent], topic: str, kinds: Sequence[str]) -> Consent | None:
    """The prohibition, else the newest of these kinds, that covers it."""
    such = (one for one in found if one.is_prohibition or one.kind in kinds)
    return next((one for one in such if one.covers(topic)), None)


def titles(topics: Iterable[str]) -> str:
    """As the sections of the summary are called, in the language in force and in their order."""
    wanted = set(topics)
    return ", ".join(str(part.title) for part in parts_of("summary") if part.name in wanted)
