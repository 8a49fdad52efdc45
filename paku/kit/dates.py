"""Days in Finland: today, working days, and how a day is said.

Today is asked once per request or job, from the database's clock (one clock for all processes), and
passed on as an argument.
"""

from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import connections
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

if TYPE_CHECKING:
    from holidays import HolidayBase

HELSINKI = ZoneInfo("Europe/Helsinki")


def today_from_database(using: str = "default") -> date:
    """Today in Finland by the database's clock; one statement."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT (statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date")
        return cursor.fetchone()[0]


@lru_cache(maxsize=1)
def _holidays() -> "HolidayBase":
    """Finland's public holidays with Midsummer's and Christmas Eve; imported late, since it is
    slow.
    """
    from holidays.countries.finland import Finland

    return Finland()


def is_working_day(day: date) -> bool:
    """Monday to Friday and not a holiday in Finland."""
    return day.weekday() < 5 and day not in _holidays()


def working_days_after(day: date, n: int) -> date:
    """The n-th working day after `day`; with n = 0 the day itself or the next working day."""
    if n == 0:
        while not is_working_day(day):
            day += timedelta(days=1)
        return day
    while n > 0:
        day += timedelta(days=1)
        n -= is_working_day(day)
    return day


def months_after(day: date, months: int) -> date:
    """The same day of a later month (of an earlier one, when less than nothing), or its last where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def finnish_date(day: date | datetime) -> str:
    """`5.3.2026`, the same in every language of the product; an instant is shown by Finnish time."""
    if isinstance(day, datetime) and day.tzinfo is not None:
        day = day.astimezone(HELSINKI)
    return f"{day.day}.{day.month}.{day.year}"


def long_date(day: date) -> str:
    """“On” a day, in words of the language in force and with nothing shortened: maanantaina 3. elokuuta 2026."""
    told = {
        "weekday": date_format(day, "l"), "day": day.day, "month": date_format(day, "E"), "year": day.year,
    }  # fmt: skip
    return _("%(weekday)s %(day)s %(month)s %(year)s") % told


def days_ago(days: int) -> str:
    """How long ago in words: today, yesterday, 5 days ago; a negative number lies ahead."""
    match days:
        case 0:
            return _("today")
        case 1:
            return _("yesterday")
        case -1:
            return _("tomorrow")
    if days > 0:
        return ngettext("%(days)d day ago", "%(days)d days ago", days) % {"days": days}
    return ngettext("in %(days)d day", "in %(days)d days", -days) % {"days": -days}
