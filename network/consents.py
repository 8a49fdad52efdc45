"""The consents of one person as the page shows them: what holds now, what is over, and who has got what by each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch

from clients.minders import minder, unless_shut_out
from clients.models import Client
from clients.models.relation import open_care_q
from network.ledger import titles
from network.models import Consent, Disclosure, Referral, WithdrawalTold
from network.models.consent_kinds import ConsentKind
from network.models.grounds import Ground
from network.models.member import MemberKind
from network.papers.given import Given

WITHDRAWAL_TO_TELL = "withdrawal_to_tell"


@dataclass(frozen=True, slots=True)
class Received:
    """A paper that rested on the consent: to whom, when, and which of its sections by this right."""

    disclosure: Disclosure
    topics: str


@dataclass(frozen=True, slots=True)
class Receiver:
    """One who has received something by a consent, all their papers, and when they were told that it was taken back."""

    papers: list[Received]
    told: WithdrawalTold | None = None

    @property
    def first(self) -> Disclosure:
        return self.papers[0].disclosure

    @property
    def name(self) -> str:
        return Given(self.first).recipient

    @property
    def phone(self) -> str:
        """A work number, never a close person's."""
        member, organisation = self.first.member, self.first.organisation
        if member is not None:
            return "" if member.kind == MemberKind.CLOSE else member.phone
        return organisation.phone if organisation else ""


@dataclass(frozen=True, slots=True)
class Thread:
    """All versions of one consent, the newest first, and what was given out by any of them. `referrals`: what was sent
    by it and is still on its way."""

    versions: list[Consent]
    receivers: list[Receiver]
    copies: list[Disclosure]
    referrals: Sequence[Referral] = field(default_factory=tuple)

    @property
    def now(self) -> Consent:
        return self.versions[0]

    @property
    def earlier(self) -> list[Consent]:
        return self.versions[1:]

    @property
    def topics(self) -> str:
        """What it covers in words; "" when a prohibition reaches everything."""
        return titles(self.now.topics)

    @property
    def is_to_be_told_of(self) -> bool:
        """What ran out by itself need not be told; what was taken back must."""
        return self.now.withdrawn_on is not None and not self.now.is_prohibition

    @property
    def untold(self) -> list[Receiver]:
        if not self.is_to_be_told_of:
            return []
        return [one for one in self.receivers if one.told is None]

    def holds(self, today: date) -> bool:
        return not self.now.withdrawn_on and not self.now.is_over(today)


def threads_of(client: Client) -> list[Thread]:
    """The newest first; seven statements for any number: versions, groups, what was given out, by which version, who
    was told, and what is on its way."""
    found = Consent.objects.of(client).with_names().order_by("-given_on", "-pk")
    told = Prefetch("tellings", WithdrawalTold.objects.select_related("by"))
    papers = Disclosure.objects.of(client).filter(consents__isnull=False).distinct().with_paper()
    given = list(papers.prefetch_related("consents", told).order_by("-at", "-pk"))
    on_the_way = Referral.objects.of(client).open().filter(sent_on__isnull=False)
    sent = list(on_the_way.filter(consent__isnull=False).select_related("organisation", "service"))
    by_thread: dict[object, list[Consent]] = {}
    for one in found:
        by_thread.setdefault(one.thread, []).append(one)
    return [_thread(versions, given, sent) for versions in by_thread.values()]


def to_tell() -> Any:
    """Consents and permits that were taken back, of which somebody who received a paper has not been told."""
    told = WithdrawalTold.objects.filter(
        disclosure=OuterRef("pk"), consent=OuterRef(OuterRef("pk"))
    )
    rests_on_it = Disclosure.objects.filter(consents__thread=OuterRef("thread"))
    untold = rests_on_it.exclude(ground=Ground.OWN_COPY).filter(~Exists(told))
    taken_back = Consent.objects.newest().filter(withdrawn_on__isnull=False)
    return taken_back.exclude(kind=ConsentKind.PROHIBITION).filter(Exists(untold))


def minded_by(withdrawals: Any, today: date) -> Any:
    """Keys of those who mind the clients of these consents that day."""
    told = unless_shut_out(minder(today, "client__cares"), "client")
    minders = withdrawals.filter(open_care_q()).annotate(minder=told).filter(minder__isnull=False)
    return minders.order_by().values_list("minder", flat=True)


def _thread(
    versions: list[Consent], given: Iterable[Disclosure], sent: Sequence[Referral]
) -> Thread:
    versions.sort(key=lambda one: -one.pk)
    of_thread = {one.pk: one for one in versions}
    received: dict[tuple[Any, ...], list[Received]] = {}
    copies = []
    for disclosure in given:
        rests_on = [of_thread[one.pk] for one in disclosure.consents.all() if one.pk in of_thread]
        if not rests_on:
            continue
        if disclosure.ground == Ground.OWN_COPY:
            copies.append(disclosure)
        else:
            covered = {topic for one in rests_on for topic in one.of_these(disclosure.sections)}
            received.setdefault(_to_whom(disclosure), []).append(
                Received(disclosure, titles(covered))
            )
    receivers = [Receiver(papers, _told(papers, versions[0])) for papers in received.values()]
    return Thread(versions, receivers, copies, [one for one in sent if one.consent_id in of_thread])


def _to_whom(disclosure: Disclosure) -> tuple[Any, ...]:
    """The same member is one recipient whatever their role was called; a letter's is whoever stands on it."""
    if disclosure.member_id:
        return (disclosure.member_id,)
    return (disclosure.organisation_id, disclosure.recipient)


def _told(papers: Iterable[Received], now: Consent) -> WithdrawalTold | None:
    """When they were told of the last; None while they have not been told of all."""
    of_each = [
        next((one for one in paper.disclosure.tellings.all() if one.consent_id == now.pk), None)
        for paper in papers
    ]
    return None if None in of_each else of_each[0]
