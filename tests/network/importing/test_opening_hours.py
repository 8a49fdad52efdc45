"""Opening hours of the national directory: said as one says them, and nothing odd in them stops the file."""

import pytest

from network.importing.ptv_hours import hours
from paku.kit.refusals import BadText


def week(*rows):
    told = [{"dayFrom": day, "from": begins, "to": ends} for day, begins, ends in rows]
    return [{"serviceHourType": "DaysOfTheWeek", "openingHour": told}]


@pytest.mark.parametrize("evening_first", [False, True])
def test_the_morning_is_said_before_the_evening(evening_first):
    rows = [("Monday", "09:00:00", "12:00:00"), ("Monday", "13:00:00", "15:30:00")]

    assert hours(week(*(reversed(rows) if evening_first else rows))) == "ma 9–12 ja 13–15.30"


@pytest.mark.parametrize("hour", ["9" * 5000 + ":00", "25:00:00", "٩:00", "09", ["09:00"], None])
def test_a_time_that_is_none_is_told_in_a_sentence(hour):
    with pytest.raises(BadText):
        hours(week(("Monday", hour, "12:00:00")))
