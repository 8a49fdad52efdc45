"""What a list shows of one client: values ready for the page, so that a row costs the template little."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from clients.models import CareRelationship
from network.models import Step
from pathways.models.caseload import next_steps
from pathways.models.rhythm import Contact, Rhythm
from pathways.models.stage import Stage


@dataclass(frozen=True, slots=True)
class Row:
    """`care` is annotated by `CaseloadQuerySet`. Of a file that is not open to the reader nothing but name and own
    worker is here at all: a template cannot show what it does not hold."""

    care: Any
    today: date
    contact: Contact | None = None
    step: Step | None = None

    @property
    def ref(self) -> UUID:
        return self.care.client.ref

    @property
    def name(self) -> str:
        return self.care.client.name

    @property
    def worker(self) -> Any:
        return self.care.own_worker

    @property
    def is_opened(self) -> bool:
        return self.care.is_opened

    @property
    def stage(self) -> Stage | None:
        return Stage(self.care.stage) if self.care.stage else None

    @property
    def days_in_stage(self) -> int | None:
        return (self.today - self.care.stage_since).days if self.care.stage_since else None

    @property
    def doer(self) -> str:
        """Who takes the next step, as it is said aloud."""
        if self.step is None:
            return ""
        if self.step.doer:
            return self.step.doer.name
        return self.step.hidden_doer or self.care.client.spoken_name

    @property
    def step_state(self) -> str:
        """`overdue`, `today`, or nothing when there is time yet."""
        over = self.step.days_over(self.today) if self.step else -1
        return "overdue" if over > 0 else "today" if over == 0 else ""

    def lacks_substitute(self, user: Any) -> bool:
        """Of the user's own clients, where the list has asked: nobody is named for the days away."""
        return self.worker == user and not getattr(self.care, "has_substitute", True)

    @property
    def is_late(self) -> bool:
        """The next step's day has gone by (where the list holds days only)."""
        return self.care.next_due_on is not None and self.care.next_due_on < self.today


def board_rows(cares: Sequence[CareRelationship], rhythm: Rhythm) -> list[Row]:
    """With next steps in words for the files that are open to the reader; one statement, or none for none."""
    opened = [care.client_id for care in cares if _may_show(care)]
    steps = next_steps(opened) if opened else {}
    return [
        Row(care, rhythm.today, _contact(care, rhythm), steps.get(care.client_id))
        if _may_show(care)
        else Row(care, rhythm.today)
        for care in cares
    ]


def caseload_rows(cares: Iterable[CareRelationship], rhythm: Rhythm) -> list[Row]:
    """Days and counts only: no text of any file."""
    return [Row(care, rhythm.today, _contact(care, rhythm)) for care in cares]


def _may_show(care: Any) -> bool:
    return bool(care.is_opened)


def _contact(care: Any, rhythm: Rhythm) -> Contact:
    return rhythm.contact(
        stage=care.stage or "",
        last_contact_on=care.last_contact_on,
        opened_on=care.opened_on,
        agreed=care.promised_days,
    )
