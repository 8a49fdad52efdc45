"""Reckoning time limits: days, working days, months; and how they are said.

A month ends on the day of the same number, or on the last of a shorter month (act 150/1930, 3 §). A limit of days or
months that would end on a holiday is not put off here: what we promise ourselves is rather early than late.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from paku.kit.dates import months_after, working_days_after


class Unit(models.TextChoices):
    """In what a clock is counted. The last two have no number."""

    DAYS = "days", gettext_lazy("days")
    WORKING_DAYS = "working_days", gettext_lazy("working days")
    MONTHS = "months", gettext_lazy("months")
    SAME_DAY = "same_day", gettext_lazy("the same day")
    AS_AGREED = "as_agreed", gettext_lazy("as the plan says")

    @classmethod
    def without_number(cls) -> tuple[str, ...]:
        return (cls.SAME_DAY.value, cls.AS_AGREED.value)


def last_day(start: date, number: int, unit: str) -> date | None:
    """The day by which it is to be done; None where no number says it."""
    match unit:
        case Unit.SAME_DAY:
            return start
        case Unit.DAYS:
            return start + timedelta(days=number)
        case Unit.WORKING_DAYS:
            return working_days_after(start, number)
        case Unit.MONTHS:
            return months_after(start, number)
    return None


def in_words(number: int, unit: str) -> str:
    """“7 working days”, “3 months”, “the same day”."""
    match unit:
        case Unit.DAYS:
            return ngettext("%(number)d day", "%(number)d days", number) % {"number": number}
        case Unit.WORKING_DAYS:
            return ngettext("%(number)d working day", "%(number)d working days", number) % {
                "number": number
            }
        case Unit.MONTHS:
            return ngettext("%(number)d month", "%(number)d months", number) % {"number": number}
        case Unit.SAME_DAY:
            return _("the same day")
    return _("as the plan says")
