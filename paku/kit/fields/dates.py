"""Dates and times as Finns type them. One rule for every field; nothing is guessed.

A date is a text input, not the browser's own date picker: typing `5.3.2026` works in every browser
and language, and a half-typed date comes back as typed. Read are `5.3.2026` (also with commas or
spaces, for phone keyboards without a dot), `05032026` and `2026-03-05`, in digits of any script.
"""

import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paku.kit import widgets
from paku.kit.dates import HELSINKI, finnish_date
from paku.kit.digits import plain_digits

FIRST_YEAR = 1900
YEARS_AHEAD = 10
AHEAD = gettext_lazy("The day is still ahead.")


def _latest_year() -> int:
    """Only a bound against slips of the pen, so the process's own clock will do."""
    return datetime.now(HELSINKI).year + YEARS_AHEAD


def _plain(raw: str) -> str:
    return " ".join(plain_digits(unicodedata.normalize("NFKC", raw[:100])).split())


def read_date(raw: str) -> date:
    """The date, or `ValidationError` with a sentence that shows the right form."""
    day, month, year = _parts(_plain(raw))
    if len(year) < 4 or int(year) < 100:
        suggested = _likely_year(int(year) % 100)
        raise ValidationError(
            _("Write the year with four digits: %(day)s.%(month)s.%(year)s?")
            % {"day": int(day), "month": int(month), "year": suggested},
            code="year",
        )
    if not FIRST_YEAR <= int(year) <= _latest_year():
        raise ValidationError(
            _("The year must be between %(first)s and %(last)s.")
            % {"first": FIRST_YEAR, "last": _latest_year()},
            code="year",
        )
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise ValidationError(_("There is no such day in the calendar."), code="day") from None


def not_ahead(day: date, today: date) -> date:
    """The day, which has come: for what has been done, said or asked."""
    if day > today:
        raise ValidationError(AHEAD, code="ahead")
    return day


def _parts(text: str) -> tuple[str, str, str]:
    """Day, month and year as short strings of digits."""
    if text.count("-") == 2 and text.index("-") == 4:
        year, month, day = text.split("-")
    elif text.isdigit() and len(text) == 8:
        day, month, year = text[:2], text[2:4], text[4:]
    else:
        pieces = text.replace(". ", ".").replace(",", ".").replace(" ", ".").split(".")
        day, month, year = pieces if len(pieces) == 3 else ("", "", "")
    sizes = ((day, 2), (month, 2), (year, 4))
    if not all(part.isascii() and part.isdigit() and len(part) <= most for part, most in sizes):
        raise ValidationError(
            _("Write the date as day, month and year, for example 5.3.2026."), code="date"
        )
    return day, month, year


def _likely_year(two_digits: int) -> int:
    return 2000 + two_digits if 2000 + two_digits <= _latest_year() else 1900 + two_digits


class FinnishDateField(forms.Field):
    """A date; empty gives None. Rules about today belong to the form, which is told what today is."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", widgets.exact_line(inputmode="decimal"))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or not str(value).strip():
            return None
        if isinstance(value, date):
            return value
        return read_date(str(value))

    def prepare_value(self, value: Any) -> Any:
        return finnish_date(value) if isinstance(value, date) else value


class FinnishDateTimeField(forms.Field):
    """`25.10.2026 3.30` → an instant in UTC. The hour that comes twice in autumn is the earlier
    one.
    """

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", widgets.exact_line())
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values or not str(value).strip():
            return None
        if isinstance(value, datetime):
            return value
        day_text, _space, time_text = _plain(str(value)).replace("T", " ").rpartition(" ")
        day = read_date(day_text)
        instant = datetime.combine(day, _read_time(time_text, day), HELSINKI).astimezone(UTC)
        if instant.astimezone(HELSINKI).strftime("%H.%M") != _padded(time_text):
            raise ValidationError(
                _("That hour is skipped when the clocks go forward."), code="skipped"
            )
        return instant

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, datetime):
            return value
        local = value.astimezone(HELSINKI)
        return f"{finnish_date(local)} {local.hour}.{local.minute:02}"


class FinnishTimeField(forms.Field):
    """`14.30` or `9` → a time on the wall; empty gives None."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", widgets.exact_line(inputmode="decimal"))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> time | None:
        if value in self.empty_values or not str(value).strip():
            return None
        return value if isinstance(value, time) else _read_clock(_plain(str(value)))

    def prepare_value(self, value: Any) -> Any:
        return f"{value.hour}.{value.minute:02}" if isinstance(value, time) else value


def _padded(text: str) -> str:
    """`7.05` and `7` with all their digits; `7.5` stays as it is, since it may mean 7.50 as well."""
    hour, point, minute = text.replace(":", ".").partition(".")
    return f"{hour:0>2}.{minute if point else '00'}"


def _read_time(text: str, day: date) -> time:
    padded = _padded(text)
    if padded == "24.00":
        raise ValidationError(
            _("Midnight begins the next day: %(day)s 0.00?")
            % {"day": finnish_date(day + timedelta(days=1))},
            code="midnight",
        )
    return _read_clock(text)


def _read_clock(time_text: str) -> time:
    padded = _padded(time_text)
    hour, _point, minute = padded.partition(".")
    is_plain = len(padded) == 5 and (hour + minute).isascii() and (hour + minute).isdigit()
    if not is_plain or int(hour) > 23 or int(minute) > 59:
        raise ValidationError(_("Write the time as 14.30."), code="time")
    return time(int(hour), int(minute))
