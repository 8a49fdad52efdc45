"""The promised rhythm of contact, and how it is being kept: in words and as a condition of the database.

What was agreed with the person (`Pathway.promised_days`) holds before the clock of the stage. A client is silent after
twice the promised rhythm, or after the clock `silence` where the stage promises none
(the silent client rule). Who has never been met is counted from the opening of the path.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, DateField, F, Func, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from paku.kit.dates import days_ago
from paku.reminders.models import Clock
from pathways.models.stage import Stage

SILENT_AFTER_RHYTHMS = 2
WHEN_NO_CLOCK = 45  # only if the main user has ended the clock itself


@dataclass(frozen=True)
class Contact:
    """How long it is since the person was met, against the promise."""

    days: int
    met: bool
    promised: int | None
    silent_after: int

    @property
    def is_silent(self) -> bool:
        return self.days > self.silent_after

    @property
    def is_late(self) -> bool:
        return self.promised is not None and self.days > self.promised

    @cached_property
    def when(self) -> str:
        """“5 days ago”, or that there has been none."""
        return days_ago(self.days) if self.met else _("no contact yet")

    @cached_property
    def promise(self) -> str:
        """“promise: every 14 days”."""
        if self.promised is None:
            return ""
        return ngettext("promise: every day", "promise: every %(days)d days", self.promised) % {
            "days": self.promised
        }

    @cached_property
    def verdict(self) -> str:
        """The word beside the colour; empty while the promise is kept."""
        if self.is_silent:
            return _("silent")
        over = self.days - (self.promised or self.days)
        return (
            ngettext("%(days)d day late", "%(days)d days late", over) % {"days": over}
            if self.is_late
            else ""
        )

    @property
    def tone(self) -> str:
        return "bad" if self.is_silent else "warn"


@dataclass(frozen=True)
class Rhythm:
    """The clocks of one day; asked once per request (one statement)."""

    today: date
    clocks: Mapping[str, int]

    @classmethod
    def on(cls, today: date) -> Rhythm:
        return cls(today, Clock.objects.days(today))

    def promised(self, stage: str, agreed: int | None = None) -> int | None:
        """`agreed`: what was agreed with the person, if anything was."""
        return agreed or self.clocks.get(f"rhythm_{stage}")

    def silent_after(self, stage: str, agreed: int | None = None) -> int:
        promised = self.promised(stage, agreed)
        return (
            SILENT_AFTER_RHYTHMS * promised
            if promised
            else self.clocks.get("silence", WHEN_NO_CLOCK)
        )

    def contact(
        self,
        *,
        stage: str,
        last_contact_on: date | None,
        opened_on: date,
        agreed: int | None = None,
    ) -> Contact:
        days = (self.today - (last_contact_on or opened_on)).days
        return Contact(
            max(days, 0),
            last_contact_on is not None,
            self.promised(stage, agreed),
            self.silent_after(stage, agreed),
        )

    def silent_q(self) -> Q:
        """The same rule for rows annotated with `stage`, `promised_days`, `last_contact_on` and `opened_on`."""
        last_days = Case(
            When(promised_days__isnull=False, then=self._twice_ago()),
            *(
                When(stage=stage, then=Value(self.today - timedelta(days=self.silent_after(stage))))
                for stage in Stage.values
            ),
            output_field=DateField(),
        )
        return Q(last_heard_on__lt=last_days)

    def _twice_ago(self) -> Any:
        """The last day on which a contact still keeps somebody from being silent by what was agreed."""
        return Func(
            Value(self.today, DateField()),
            F("promised_days"),
            template="(%(expressions)s)",
            arg_joiner=f" - {SILENT_AFTER_RHYTHMS} * ",
            output_field=DateField(),
        )


def last_heard() -> Any:
    """What `silent_q` compares: the last contact, or the opening where there is none yet."""
    return Coalesce(F("last_contact_on"), F("opened_on"))
