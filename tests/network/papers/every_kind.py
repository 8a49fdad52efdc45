"""A person of whom every kind of paper has something to tell, and one paper of each kind.

A new kind of paper is added to `PAPERS`; a test demands it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from clients.log_report import log_reports
from clients.models import Client
from network.meetings.consents import who_may_hear
from network.meetings.table import table_of
from network.models import Consent, Disclosure, Member
from network.models.grounds import all_by
from network.papers.consents import consent_paper
from network.papers.letters import NAMES, Letter, manuscript_of
from network.papers.maps import map_paper
from network.papers.meetings import meeting_paper
from network.papers.plain import plain_paper
from network.papers.summaries import Wishes, case_summary
from paku.printing.manuscripts import Manuscript
from paku.printing.sections import parts_of
from pathways.card import A4, card
from tests.factories import (
    ConsentFactory,
    DisclosureFactory,
    MeetingDecisionFactory,
    MeetingFactory,
    MeetingPartyFactory,
    MemberFactory,
    OrganisationFactory,
    OwnWordsFactory,
    PaperFactory,
    PathFactory,
    ReferralFactory,
    StepFactory,
    TieFactory,
    VisitFactory,
    today,
)

HIDDEN = {"name": "Salla Salattu", "role": "salavaari", "tasks": "Kuiskailee metsässä"}
PROTECTED = {"phone": "+358409998887", "address": "Piilokuja 4", "email": "piilo@example.org"}
TEXT = "Asia etenee."
LINE = 120
ALL = [part.name for part in parts_of("summary")]


@dataclass
class Person:
    """`text` stands in every field that takes a worker's or the person's own words; its beginning where a line does."""

    text: str = TEXT
    path: Any = field(default_factory=PathFactory)

    def __post_init__(self) -> None:
        who, self.line = self.path.client, self.text[:LINE]
        for kind, value in PROTECTED.items():
            who.contact_points.create(kind=kind, value=value)
        home = OrganisationFactory()
        about: dict[str, Any] = {"client": who, "organisation": home}
        self.reader = MemberFactory(name="Ville Lukija", role=self.line, tasks=self.line, **about)
        self.hidden = MemberFactory(visibility="own_worker", **about, **HIDDEN)
        self.sister = MemberFactory(
            client=who, kind="close", name="Raija", role="sisko", phone=PROTECTED["phone"]
        )
        OwnWordsFactory(client=who, text=self.text)
        VisitFactory(path=self.path, note=self.text)
        for doer in (None, self.reader, self.hidden, self.sister):
            StepFactory(client=who, what=self.line, doer=doer)
        for member in (self.reader, self.hidden, self.sister):
            TieFactory(member=member)
        self.consent: Consent = ConsentFactory(
            member=None, client=who, group="Verkosto", topics=ALL, purpose=self.line,
            words=self.line, explained_by=self.line,
        )  # fmt: skip
        self.consent.group_members.add(self.reader)
        self.referral = ReferralFactory(ago=20, asked=self.line, carried_by=self.hidden, **about)
        self._meet(who)

    def _meet(self, who: Client) -> None:
        self.meeting = MeetingFactory(
            client=who, purpose=self.text, client_view=self.text, heard_words=self.text, place=self.line
        )  # fmt: skip
        for member in (self.reader, self.hidden, self.sister):
            MeetingPartyFactory(
                meeting=self.meeting, member=member, attendance="present", view=self.text
            )
        for number, doer in enumerate((None, self.reader, self.hidden), start=1):
            MeetingDecisionFactory(meeting=self.meeting, number=number, doer=doer, what=self.line)

    @property
    def client(self) -> Client:
        found: Client = Client.objects.with_care().get(pk=self.path.client_id)
        return found

    def letter(self, kind: str, language: str = "fi") -> Manuscript:
        day = today().isoformat()
        words = {"body": self.text, "heard_words": self.line, "heard_on": day, "answer_by": day}
        about = self.referral if kind == "letter_answer" else None
        letter = Letter(kind, self.reader.organisation, language, words, about, self.reader)
        return manuscript_of(self.client, letter, today=today())

    def summary(self, language: str = "fi") -> Manuscript:
        wishes = Wishes(self.reader, self.line, all_by("consent", ALL, today()), language)
        return case_summary(self.client, wishes, today=today())

    def of_meeting(self, kind: str, reader: Member | None, language: str = "fi") -> Manuscript:
        hears = who_may_hear(self.client, [reader], today())[0] if reader else None
        table = table_of(self.meeting, today=today())
        return meeting_paper(self.client, table, hears, kind, language=language, today=today())

    def plain(self, kind: str, **given: Any) -> Manuscript:
        paper = PaperFactory(client=self.path.client, kind=kind)
        told = DisclosureFactory(
            client=self.path.client, member=self.reader, paper=paper, purpose=self.line, sections=ALL,
            rests_on=[self.consent], **given,
        )  # fmt: skip
        return plain_paper(
            self.client, Disclosure.objects.with_paper().get(pk=told.pk), today=today()
        )

    def log(self) -> Manuscript:
        span = {"since": today() - timedelta(days=30), "until": today(), "today": today()}
        told: dict[str, Any] = {"unnamed": frozenset(), "why_unnamed": "", "language": "fi", **span}
        return log_reports(self.client, by=self.client.care.own_worker, **told)[0]


PAPERS: dict[str, Callable[[Person], list[Manuscript]]] = {
    "card": lambda one: [card(one.client, size=A4, language="fi", today=today())],
    "consent": lambda one: [consent_paper(one.client, one.consent, today=today())],
    "log_report": lambda one: [one.log()],
    "meeting_invitation": lambda one: [one.of_meeting("invitation", one.reader), one.of_meeting("invitation", None)],
    "meeting_memo": lambda one: [one.of_meeting("memo", one.reader), one.of_meeting("memo", one.sister)],
    "network_map": lambda one: [map_paper(one.client, "others", today=today())],
    "plain": lambda one: [one.plain("summary"), one.plain("meeting_memo", meeting=one.meeting)],
    "summary": lambda one: [one.summary()],
    **{kind: (lambda one, kind=kind: [one.letter(kind)]) for kind in NAMES},
}  # fmt: skip
