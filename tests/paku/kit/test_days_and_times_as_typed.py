"""Days and times as Finns and browsers write them; what is doubtful is asked about, never guessed."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError

from paku.kit import fields


@time_machine.travel("2026-03-05")
@pytest.mark.parametrize(
    "typed",
    [
        "5.3.2026",
        "05.03.2026",
        "5. 3. 2026",
        "5,3,2026",
        "5 3 2026",
        "05032026",
        "2026-03-05",
        "٥.٣.٢٠٢٦",
        "５.３.２０２６",
    ],
)
def test_a_date_is_read_as_finns_and_browsers_write_it(typed: str):
    assert fields.FinnishDateField().clean(typed) == date(2026, 3, 5)


@time_machine.travel("2026-03-05")
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("1.1.75", "1.1.1975"),
        ("1.1.26", "1.1.2026"),
        ("1.1.0026", "1.1.2026"),
        ("0001-01-01", "1.1.2001"),
        ("1.1.1899", "1900"),
        ("1.1.2037", "2036"),
        ("29.2.2026", "calendar"),
        ("today", "5.3.2026"),
        ("+1d", "5.3.2026"),
        ("3/5/2026", "5.3.2026"),
        ("9" * 400, "5.3.2026"),
    ],
)
def test_a_doubtful_date_is_asked_about_never_guessed(typed: str, told: str):
    with pytest.raises(ValidationError) as error:
        fields.FinnishDateField().clean(typed)

    assert told in error.value.messages[0]


def test_the_hour_that_comes_twice_is_the_earlier_and_durations_over_it_are_true():
    read = fields.FinnishDateTimeField().clean

    assert read("25.10.2026 3.30") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert (read("25.10.2026 4.30") - read("25.10.2026 2.30")).total_seconds() == 3 * 3600


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("1.1.2026 24.00", "2.1.2026 0.00"),
        ("29.3.2026 3.30", "skipped"),
        ("1.1.2026 7.60", "14.30"),
        ("1.1.2026 7.5", "14.30"),
        ("1.1.2026", "5.3.2026"),
    ],
)
def test_a_time_that_is_not_there_is_told(typed: str, told: str):
    with pytest.raises(ValidationError) as error:
        fields.FinnishDateTimeField().clean(typed)

    assert told in error.value.messages[0]
