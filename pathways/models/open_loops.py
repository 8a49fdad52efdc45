"""Open loops: what others than the client and the own worker have taken on and not yet brought back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from network.models import Step
from network.models.member import MemberKind


@dataclass(frozen=True, slots=True)
class Loop:
    """A step that waits for a partner or a worker of elsewhere. `days`: how long it has been theirs."""

    step: Step
    days: int
    state: str  # "overdue", "today" or empty

    @property
    def is_late(self) -> bool:
        return self.state == "overdue"

    @property
    def who(self) -> str:
        """“Anu Hietakangas, Oikeuspalveluvirasto”."""
        home = self.step.doer.home if self.step.doer else ""
        return ", ".join(part for part in (self.step.doer_name, home) if part)


def open_loops(steps: Iterable[Step], own_worker: int | None, today: date) -> list[Loop]:
    """No statement: `steps` are the open ones with their doers and the doers' organisations, the soonest first.

    A close person's step is no loop: they are the client's own people, not another desk.
    """
    return [
        Loop(step, max((today - step.agreed_on).days, 0), _state(step.due_on, today))
        for step in steps
        if step.doer is not None
        and step.doer.kind != MemberKind.CLOSE
        and (step.doer.user_id is None or step.doer.user_id != own_worker)
    ]


def _state(due_on: date, today: date) -> str:
    if due_on < today:
        return "overdue"
    return "today" if due_on == today else ""
