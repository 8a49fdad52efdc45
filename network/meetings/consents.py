"""What each of those at the table may know of the meeting: the ledger's consents to a network meeting, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from clients.models import Client
from network.ledger import titles
from network.models import Consent, Member
from network.models.consent_kinds import ConsentKind
from network.models.member import MemberKind
from network.who_may_know import is_about
from paku.kit.dates import finnish_date

# what the client said, what was decided, who sat there and how the others see it: topics of the ledger
CLIENTS_VIEW, DECISIONS, OTHERS = TOPICS = ("own_words", "steps", "around")
KINDS = (ConsentKind.MEETING, ConsentKind.PROHIBITION)


@dataclass(frozen=True, slots=True)
class MayHear:
    """`consents`: topic → what carries it; `basis`: the newest consent to a meeting; without it nothing is told."""

    member: Member
    basis: Consent | None = None
    consents: Mapping[str, Consent] = field(default_factory=dict)
    forbidden: Consent | None = None
    taken_back: Consent | None = None

    @property
    def may(self) -> bool:
        return self.basis is not None

    @property
    def is_ours(self) -> bool:
        """Reads by their own rights; a paper is made for them too only with a consent."""
        return self.member.kind == MemberKind.WORKER

    @property
    def topics(self) -> list[str]:
        return [topic for topic in TOPICS if topic in self.consents]

    @property
    def rests_on(self) -> dict[str, Consent]:
        """The purpose and the own promises stand on the consent itself."""
        return {"meeting": self.basis, **self.consents} if self.basis else {}

    @property
    def sentence(self) -> str:
        """For the page: what they may know, or why nothing is told."""
        if self.basis:
            day = finnish_date(self.basis.given_on)
            told = titles(self.topics) or _("only the purpose and their own promises")
            return _("Consent %(day)s: %(told)s.") % {"day": day, "told": told}
        if self.forbidden:
            day = finnish_date(self.forbidden.given_on)
            return _("The client has forbidden it (%(day)s): nothing is told.") % {"day": day}
        if self.taken_back and self.taken_back.withdrawn_on:
            day = finnish_date(self.taken_back.withdrawn_on)
            sentence = _(
                "The client took the consent back on %(day)s: nothing of the content is told."
            )
            return sentence % {"day": day}
        if self.is_ours:
            return _("One of our workers: reads the memo in Paku, as far as their rights reach.")
        return _("No consent to a network meeting: nothing of the content is told.")


def who_may_hear(client: Client, members: Sequence[Member], on: date) -> list[MayHear]:
    """Two statements for any number of members; a prohibition stands before a consent (decision 0029)."""
    newest = Consent.objects.of(client).newest().filter(kind__in=KINDS)
    there = list(newest.prefetch_related("group_members").order_by("-given_on", "-pk"))
    return [_of(member, [one for one in there if is_about(one, member)], on) for member in members]


def _of(member: Member, theirs: Sequence[Consent], on: date) -> MayHear:
    holds = [one for one in theirs if _holds(one, on)]
    consents = [one for one in holds if not one.is_prohibition]
    forbids = [one for one in holds if one.is_prohibition]
    shut = next((one for one in forbids if _covers_all(one)), None)
    over = (one for one in theirs if one.withdrawn_on and not one.is_prohibition)
    if shut or not consents:
        return MayHear(member, forbidden=shut, taken_back=next(over, None))
    carried = {topic: _carries(consents, forbids, topic) for topic in TOPICS}
    return MayHear(member, consents[0], {name: one for name, one in carried.items() if one})


def _carries(consents: Iterable[Consent], forbids: Iterable[Consent], topic: str) -> Consent | None:
    if any(one.covers(topic) for one in forbids):
        return None
    return next((one for one in consents if one.covers(topic)), None)


def _holds(consent: Consent, on: date) -> bool:
    is_over = consent.is_over(on) or consent.withdrawn_on is not None
    return consent.given_on <= on and not is_over


def _covers_all(consent: Consent) -> bool:
    return all(consent.covers(topic) for topic in TOPICS)
