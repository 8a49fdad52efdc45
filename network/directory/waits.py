"""A wait in words, as people say it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

WEEK, MONTH, YEAR = 7, 30.4, 365


def wait_in_words(days: int | None) -> str:
    """180 → about half a year; 0 → no queue; None (not told) → "". Rounded as people say it."""
    if days is None:
        return ""
    if days == 0:
        return _("no queue")
    if days < WEEK:
        return ngettext("about %(n)d day", "about %(n)d days", days) % {"n": days}
    if days < MONTH - 2:
        weeks = round(days / WEEK)
        return ngettext("about a week", "about %(n)d weeks", weeks) % {"n": weeks}
    return _months_in_words(round(days / MONTH), days)


def _months_in_words(months: int, days: int) -> str:
    if months == 6:
        return _("about half a year")
    if months < 12:
        return ngettext("about a month", "about %(n)d months", months) % {"n": months}
    years = round(days / YEAR)
    return ngettext("about a year", "about %(n)d years", years) % {"n": years}
