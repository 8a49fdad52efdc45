"""How old a silence is, and whether the wait is longer than usual. The days are clocks that the main user changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from network.models import Referral
from network.models.referral_state import State
from paku.reminders.models import Clock

ANSWER, ESCALATE = "ref_answer", "ref_escalate"


@dataclass(frozen=True, slots=True)
class Ages:
    """After how many days without an answer we ask, and after how many the supervisor does."""

    answer: int
    escalate: int
    today: date

    @classmethod
    def on(cls, today: date) -> Ages:
        """One statement."""
        days = Clock.objects.days(today)
        return cls(days.get(ANSWER, 14), days.get(ESCALATE, 30), today)

    @property
    def asked_from(self) -> date:
        """Sent on that day or before, an answer is asked for."""
        return self.today - timedelta(days=self.answer)

    @property
    def escalated_from(self) -> date:
        """Sent on that day or before, the supervisor makes contact and a path break is offered."""
        return self.today - timedelta(days=self.escalate)

    def look(self, referral: Referral) -> Look:
        return Look(referral, referral.days_out(self.today), self)


@dataclass(frozen=True, slots=True)
class Look:
    """A referral as it is today."""

    referral: Referral
    days: int
    ages: Ages

    @property
    def is_silent(self) -> bool:
        """Nobody has answered in the days within which we ask."""
        return self.referral.state == State.SENT and self.days >= self.ages.answer

    @property
    def is_late(self) -> bool:
        """Nobody has answered in the days within which the supervisor makes contact."""
        return self.referral.state == State.SENT and self.days >= self.ages.escalate

    @property
    def usual(self) -> int | None:
        """As the service says, else as one has learned of it; None when neither is known."""
        return self.referral.usual_days

    @property
    def is_long(self) -> bool:
        return self.referral.is_longer_than_usual(self.days)

    @property
    def is_past_expected(self) -> bool:
        """In a queue whose day has gone by."""
        day = self.referral.expected_on
        return self.referral.state == State.QUEUED and day is not None and day < self.ages.today
