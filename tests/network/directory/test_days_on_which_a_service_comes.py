"""S22: Kela has closed, and comes to the town hall on certain days: promised as a rule, cancelled one by one."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse

from clients.models import Municipality
from network.models import PopUpDay, PopUpSeries
from network.models.pop_up_series import LAST, Rhythm
from tests.factories import PopUpDayFactory, PopUpSeriesFactory, ServiceFactory, today

pytestmark = pytest.mark.django_db


def rule(**fields):
    row = {"place": "Kunnantalo", "opens_at": time(10), "closes_at": time(14), "weekday": 1,
           "since": date(2026, 1, 1), "until": date(2026, 3, 31)}  # fmt: skip
    return PopUpSeries(**row | fields)


def finnish(day):
    return f"{day.day}.{day.month}.{day.year}"


def sheet(**fields):
    ahead = today() + timedelta(days=3)
    row = {"municipality": Municipality.objects.get(code="601").pk, "place": "Kunnantalon aula",
           "since": finnish(ahead), "opens_at": "10", "closes_at": "14.00", "rhythm": "weeks", "every": "2",
           "nths": [], "until": finnish(ahead + timedelta(days=28))}  # fmt: skip
    return row | fields


def send(desk, service, **fields):
    return desk.send(reverse("network:new-days", args=[service.ref]), sheet(**fields))


def test_every_second_week_of_the_quarter():
    days = rule(rhythm=Rhythm.WEEKS, every=2).dates()

    assert days[:3] == [date(2026, 1, 6), date(2026, 1, 20), date(2026, 2, 3)]
    assert all(day.weekday() == 1 for day in days)
    assert days[-1] == date(2026, 3, 31)


def test_the_first_and_the_third_tuesday_of_the_month():
    days = rule(rhythm=Rhythm.MONTH, nths=[1, 3]).dates()

    assert [day.day for day in days] == [6, 20, 3, 17, 3, 17]


def test_the_last_tuesday_is_the_fourth_or_the_fifth():
    days = rule(rhythm=Rhythm.MONTH, nths=[LAST]).dates()

    assert [day.day for day in days] == [27, 24, 31]


def test_the_fourth_and_the_last_of_a_short_month_are_one_day():
    days = rule(
        rhythm=Rhythm.MONTH, nths=[4, LAST], since=date(2026, 2, 1), until=date(2026, 2, 28)
    ).dates()

    assert days == [date(2026, 2, 24)]


def test_a_series_becomes_dated_days_at_once(desk):
    kela = ServiceFactory(name="Kelan palvelupäivä")

    answer = send(desk, kela)

    days = list(PopUpDay.objects.filter(service=kela))
    assert answer.status_code == 303
    assert [(day.on - today()).days for day in days] == [3, 17, 31]
    assert {(day.opens_at, day.closes_at, day.place) for day in days} == {
        (time(10), time(14), "Kunnantalon aula")
    }


def test_two_clicks_make_the_days_once_and_two_tabs_no_day_twice(desk):
    kela = ServiceFactory()
    send(desk, kela)
    send(desk, kela)

    assert PopUpDay.objects.filter(service=kela).count() == 3


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"since": "1.1.2020"}, "since"),
        ({"since": "31.2.2027"}, "since"),
        ({"closes_at": "9.30"}, "closes_at"),
        ({"closes_at": "25.00"}, "closes_at"),
        ({"until": ""}, "until"),
        ({"until": "1.1.2020"}, "until"),
        ({"every": "0"}, "every"),
        ({"every": "13"}, "every"),
        ({"rhythm": "month"}, "nths"),
        ({"rhythm": "month", "nths": ["6"]}, "nths"),
        ({"rhythm": "daily"}, "rhythm"),
        ({"municipality": "9999999999999999999999"}, "municipality"),
        ({"place": "a\x00b"}, "place"),
    ],
)
def test_a_rule_that_cannot_be_is_told_so_beside_the_field(desk, fields, wrong):
    answer = send(desk, ServiceFactory(), **fields)

    assert answer.status_code == 422
    assert wrong in answer.context["form"].errors
    assert not PopUpDay.objects.exists()


def test_a_day_is_cancelled_and_stays_in_the_list_crossed_out(desk):
    day = PopUpDayFactory()
    address = reverse("network:pop-up-day", args=[day.ref])

    desk.send(address, {"why": "Kelan koulutuspäivä"})

    page = desk.get(reverse("network:entry", args=[day.service.ref])).content.decode()
    assert "<s>" in page
    assert "Kelan koulutuspäivä" in page
    desk.send(address, {})
    day.refresh_from_db()
    assert (day.is_cancelled, day.why_cancelled) == (False, "")


def test_why_it_is_not_held_has_to_be_told(desk):
    day = PopUpDayFactory()

    answer = desk.send(reverse("network:pop-up-day", args=[day.ref]), {"why": " "})

    assert answer.status_code == 422
    assert not PopUpDay.objects.get().is_cancelled


def test_a_series_ends_and_what_has_been_stays(desk):
    series = PopUpSeriesFactory()
    for days in (-7, 0, 7, 14):
        PopUpDayFactory(service=series.service, series=series, on=today() + timedelta(days=days))

    desk.send(
        reverse("network:pop-up-series", args=[series.ref]),
        {"last_on": finnish(today() + timedelta(days=7))},
    )

    assert [(day.on - today()).days for day in PopUpDay.objects.order_by("on")] == [-7, 0, 7]


def test_a_series_does_not_end_in_the_past(desk):
    series = PopUpSeriesFactory()
    address = reverse("network:pop-up-series", args=[series.ref])

    answer = desk.send(address, {"last_on": finnish(today() - timedelta(days=1))})

    assert answer.status_code == 422


def test_ten_days_ahead_cost_what_one_costs(desk):
    service = ServiceFactory()
    page = reverse("network:entry", args=[service.ref])
    PopUpDayFactory(service=service)
    one = desk.cost(page)
    for days in range(9):
        PopUpDayFactory(service=service, on=today() + timedelta(days=20 + days))

    assert desk.cost(page) == one
