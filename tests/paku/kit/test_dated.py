"""Rows that hold between two days, shown by the clocks of reminders."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.utils import translation

from paku.reminders.models.clock import Clock

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2026, 3, 5), date(2026, 3, 10)


def clock(**changes: object) -> Clock:
    labels = {"label_fi": "Hiljaisuus", "label_sv": "Tystnad", "label_en": "Silence"}
    made = {"code": "test_clock", "days": 30, "since": FIRST, "until": LAST, **labels, **changes}
    return Clock.objects.create(**made)


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2026, 3, 4), False),
        (FIRST, True),
        (LAST, True),
        (date(2026, 3, 11), False),
    ],
)
def test_both_ends_are_inside(day: date, holds: bool):
    row = clock()

    assert Clock.objects.filter(pk=row.pk).on(day).exists() is holds
    assert row.holds_on(day) is holds


def test_without_an_end_a_row_holds_for_the_time_being():
    row = clock(until=None)

    assert Clock.objects.filter(pk=row.pk).on(date(2060, 1, 1)).exists()
    assert row.holds_on(date(2060, 1, 1))


def test_nothing_ends_before_it_begins():
    with pytest.raises(IntegrityError, match="ends_after_it_begins"):
        clock(until=date(2026, 3, 4))


def test_a_code_begins_once_a_day():
    clock()
    with pytest.raises(IntegrityError, match="begins_once_a_day"):
        clock()


def test_a_code_says_its_label_in_the_language_in_force():
    row = clock(label_en="")
    said = []
    for language in ("fi", "sv", "en"):
        with translation.override(language):
            said.append(row.label)

    assert said == ["Hiljaisuus", "Tystnad", "Hiljaisuus"]


def test_choices_are_those_in_force_in_their_order():
    clock(code="later", since=date(2027, 1, 1), until=None)
    clock(code="b_test", order=0)
    clock(code="a_test", order=1)

    codes = [code for code, _label in Clock.objects.filter(code__endswith="_test").choices(FIRST)]

    assert codes == ["b_test", "a_test"]
