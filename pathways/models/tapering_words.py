"""A tapering plan in plain lines: for the page, and to be read beside another version of the same."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from paku.kit.dates import finnish_date
from pathways.models.agreed_rhythm import How


class Dose(Protocol):
    """What is told of a dose."""

    @property
    def from_on(self) -> date: ...

    @property
    def every_days(self) -> int: ...

    @property
    def how(self) -> str: ...


def rhythm_words(every_days: int, how: str) -> str:
    """“every 14 days, a call”."""
    often = ngettext("every day", "every %(days)d days", every_days) % {"days": every_days}
    return f"{often}, {How(how).label}" if how else often


def as_text(doses: Iterable[Dose], looked_on: date, client_words: str) -> str:
    """A line for each dose, the client's words last."""
    lines = [
        f"{finnish_date(dose.from_on)}: {rhythm_words(dose.every_days, dose.how)}" for dose in doses
    ]
    end = _("Looked at together on %(day)s") % {"day": finnish_date(looked_on)}
    return "\n".join([*lines, end, client_words])
