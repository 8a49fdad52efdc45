"""Days in Finland."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from paku.kit import dates
from paku.kit.today import Today
from paku.reminders.models import Clock

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.django_db
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_today_is_the_databases_day_in_finland_in_any_session(zone):
    """The two zones never have the same day, so that one of them differs from Finland's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('TimeZone', %s, true)", [zone])
    before = datetime.now(dates.HELSINKI).date()

    today = dates.today_from_database()
    asked = Clock.objects.annotate(today=Today()).values_list("today", flat=True)[0]

    assert before <= today <= asked <= datetime.now(dates.HELSINKI).date()


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 3, 5), True),
        (date(2026, 3, 7), False),
        (date(2026, 1, 6), False),
        (date(2026, 4, 3), False),
        (date(2026, 6, 19), False),
        (date(2026, 12, 24), False),
        (date(2026, 12, 28), True),
    ],
)
def test_working_days_know_weekends_and_finnish_holidays(day: date, works: bool):
    assert dates.is_working_day(day) is works


@pytest.mark.parametrize(
    ("day", "n", "then"),
    [
        (date(2026, 4, 2), 1, date(2026, 4, 7)),
        (date(2026, 3, 5), 7, date(2026, 3, 16)),
        (date(2026, 12, 23), 1, date(2026, 12, 28)),
        (date(2026, 3, 7), 0, date(2026, 3, 9)),
        (date(2026, 3, 5), 0, date(2026, 3, 5)),
    ],
)
def test_working_days_are_counted_over_easter_and_christmas(day: date, n: int, then: date):
    assert dates.working_days_after(day, n) == then


@given(DAYS, st.integers(1, 40))
def test_between_a_day_and_its_nth_working_day_lie_n_working_days(day: date, n: int):
    then = dates.working_days_after(day, n)

    passed = [day + timedelta(days=step) for step in range(1, (then - day).days + 1)]
    assert sum(map(dates.is_working_day, passed)) == n
    assert dates.is_working_day(then)


def test_an_instant_is_shown_by_finnish_time():
    assert dates.finnish_date(date(2026, 3, 5)) == "5.3.2026"
    assert dates.finnish_date(datetime(2026, 3, 5, 22, 30, tzinfo=UTC)) == "6.3.2026"


def test_days_are_said_in_words():
    from django.utils import translation

    with translation.override("en"):
        said = [dates.days_ago(days) for days in (0, 1, 5, -1, -2)]

    assert said == ["today", "yesterday", "5 days ago", "tomorrow", "in 2 days"]
