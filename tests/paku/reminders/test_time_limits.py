"""Time limits are reckoned as the law reckons them: over week-ends, holidays and months of unequal length."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.utils import translation

from paku.reminders.models import Clock
from paku.reminders.terms import in_words, last_day

DAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("start", "number", "unit", "last"),
    [
        (date(2026, 3, 5), 7, "working_days", date(2026, 3, 16)),  # a Thursday, over two week-ends
        (date(2026, 4, 1), 7, "working_days", date(2026, 4, 14)),  # Easter: Good Friday and Monday
        (date(2026, 12, 23), 7, "working_days", date(2027, 1, 7)),  # Christmas, New Year, Epiphany
        (
            date(2026, 6, 18),
            1,
            "working_days",
            date(2026, 6, 22),
        ),  # Midsummer Eve is no working day
        (date(2026, 3, 5), 14, "days", date(2026, 3, 19)),
        (date(2026, 1, 31), 1, "months", date(2026, 2, 28)),
        (date(2028, 1, 31), 1, "months", date(2028, 2, 29)),
        (date(2026, 11, 30), 3, "months", date(2027, 2, 28)),
        (date(2026, 12, 15), 12, "months", date(2027, 12, 15)),
        (date(2026, 3, 7), 0, "same_day", date(2026, 3, 7)),  # a Saturday: at once is at once
        (date(2026, 3, 5), 0, "as_agreed", None),
    ],
)
def test_the_last_day_is_reckoned_by_its_unit(start, number, unit, last):
    assert last_day(start, number, unit) == last


def test_a_limit_is_said_in_words():
    with translation.override("en"):
        terms = [(1, "days"), (7, "working_days"), (3, "months"), (0, "same_day")]
        said = [in_words(*term) for term in terms]

    assert said == ["1 day", "7 working days", "3 months", "the same day"]


@pytest.mark.django_db
def test_every_clock_of_the_table_tells_its_source_and_whether_it_is_the_law():
    terms = Clock.objects.terms(DAY)

    assert {
        code: (terms[code].number, terms[code].unit, terms[code].is_law)
        for code in ("urgent", "pta_start", "pta_done", "decision_exec", "talk", "kela_joint", "plan_review",
                     "plan_review_intensive", "log_request", "a11y", "appeal", "own_worker_meet")
    } == {
        "urgent": (0, "same_day", True), "pta_start": (7, "working_days", False), "pta_done": (3, "months", False),
        "decision_exec": (3, "months", True), "talk": (7, "working_days", True),
        "kela_joint": (7, "working_days", True), "plan_review": (6, "months", False),
        "plan_review_intensive": (3, "months", False), "log_request": (2, "months", True), "a11y": (14, "days", True),
        "appeal": (30, "days", True), "own_worker_meet": (0, "as_agreed", True),
    }  # fmt: skip
    assert all(term.source for term in terms.values())
    assert all("§" in term.source for term in terms.values() if term.is_law)


@pytest.mark.django_db
def test_what_is_counted_in_days_holds_no_months_and_no_working_days():
    days = Clock.objects.days(DAY)

    assert days["return_ticket"] == 365
    assert not {"pta_start", "pta_done", "talk", "urgent"} & set(days)


@pytest.mark.django_db
def test_a_clock_that_is_counted_runs_one_at_least():
    with pytest.raises(IntegrityError, match="a_clock_runs_as_long_as_its_unit_says"):
        Clock.objects.filter(code="talk").update(days=0)
