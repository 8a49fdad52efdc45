"""Members, visits and steps of one life: the part of the book in which people meet."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from clients.models import Client
from network.models import Member, Step
from network.models.member import MayContact, MemberKind
from paku.demo.days import at
from paku.demo.life import CLIENT, OWN, Agreement, Around, Encounter, Life
from pathways.models import Pathway, Visit, VisitStep, VisitText

if TYPE_CHECKING:
    from paku.demo.book import Book


class Circle:
    """`gather()` writes the members, `meet()` the visits with their texts and steps."""

    def __init__(self, book: Book, life: Life, client: Client) -> None:
        self.book, self.life, self.client = book, life, client
        self.members: dict[str, Member] = {}

    def gather(self) -> None:
        """The own workers are members too, in their time; the others as told."""
        told = {one.user for one in self.life.around if one.user}
        for stretch in self.life.own_workers:
            if stretch.worker not in told:
                title = self.book.staff.rows[stretch.worker]["title"]
                self._add(Around(
                    key=stretch.worker, kind=MemberKind.WORKER, name="", role=f"{title}, omatyöntekijä",
                    since=stretch.since, until=stretch.until, user=stretch.worker,
                    tasks="Vastaa kokonaisuudesta, yksi numero",
                ))  # fmt: skip
        for one in self.life.around:
            self._add(one)

    def _since(self, told: Around) -> date:
        """As told, but from the first time on that they were present or promised something."""
        met = [
            one.on
            for one in self.life.encounters
            if told.key in (*one.present, *(step.doer for step in one.agreed))
        ]
        return max(min([told.since, *met]), self.life.began_on)

    def _add(self, told: Around) -> None:
        user = self.book.staff.users[told.user] if told.user else None
        since, is_asked = self._since(told), told.kind == MemberKind.CLOSE and bool(told.phone)
        member = Member(
            pk=self.book.keys.give(Member),
            ref=self.book.chance.ref(),
            client=self.client,
            kind=told.kind,
            name=user.name if user else told.name,
            role=told.role,
            tasks=told.tasks,
            organisation=self.book.organisations[told.organisation] if told.organisation else None,
            user=user,
            phone=user.phone if user else told.phone,
            may_contact=MayContact.YES if is_asked else MayContact.NOT_ASKED,
            contact_asked_on=since if is_asked else None,
            since=since,
            until=told.until,
        )
        self.members[told.key] = member
        self.book.rows.append(member)

    def meet(self, path: Pathway) -> None:
        """Every encounter in its order."""
        through: Any = Visit.present.through
        for told in sorted(self.life.encounters, key=lambda one: one.on):
            visit = self._visit(path, told)
            for key in told.present:
                member = self.members[key]
                if member.user_id != visit.worker_id:
                    self.book.rows.append(through(visit_id=visit.pk, member_id=member.pk))
            for step in told.agreed:
                self._agree(step, told, visit)

    def _visit(self, path: Pathway, told: Encounter) -> Visit:
        book = self.book
        logged_at = at(told.on, 13, 20) + timedelta(minutes=book.chance.randint(0, 150))
        visit = Visit(
            pk=book.keys.give(Visit), ref=book.chance.ref(), path=path, worker=book.staff.users[told.worker],
            kind=book.kinds[told.kind], on=told.on, met=told.met, minutes=told.minutes,
            travel_km=Decimal(told.km) if told.km else None, client_was_present=told.met, logged_at=logged_at,
        )  # fmt: skip
        text = VisitText(
            visit=visit, author=visit.worker, at=logged_at, note=told.note, client_words=told.said
        )
        book.rows += [visit, text]
        book.trail.visited(visit, self.client, told.worker, len(told.agreed))
        return visit

    def _agree(self, told: Agreement, met: Encounter, visit: Visit) -> None:
        key = self.life.own_worker_on(met.on) if told.doer == OWN else told.doer
        closing = self.life.own_worker_on(told.done_on) if told.done_on else ""
        step = Step(
            pk=self.book.keys.give(Step),
            ref=self.book.chance.ref(),
            client=self.client,
            doer=None if key == CLIENT else self.members[key],
            what=told.what,
            due_on=told.due_on,
            agreed_on=met.on,
            agreed_by=visit.worker,
            done_on=told.done_on,
            done_by=self.book.staff.users[closing] if closing else None,
            outcome=told.outcome,
        )
        self.book.rows += [step, VisitStep(visit=visit, step=step)]
        if told.done_on:
            self.book.trail.tell(
                at(told.done_on, 14, 40), "network.step_done", closing, self.client, step
            )
