"""Hours with their first and last day: a place that is open by dates only is visited, a season is told in words."""

import json
from datetime import date

import pytest

from network.models import PopUpDay, Service
from tests.factories import OrganisationFactory, ServiceFactory
from tests.network.importing.files import DATA, bring_in, looked_at

pytestmark = pytest.mark.django_db

NUMBER = "9b1f7c10-5b0e-4c43-8a44-2f60b1c12201"
TUESDAY = {"dayFrom": "Tuesday", "dayTo": None, "from": "10:00:00", "to": "14:00:00"}


def week(since=None, until=None, opened=(TUESDAY,)):
    return {
        "serviceHourType": "DaysOfTheWeek", "isClosed": False, "validFrom": since, "validTo": until,
        "openingHour": list(opened),
    }  # fmt: skip


def one_day(day, *, is_closed=False):
    opened = [{"from": "09:00:00", "to": "12:00:00"}]
    return {
        "serviceHourType": "Exceptional", "isClosed": is_closed, "validFrom": day, "validTo": None,
        "openingHour": [] if is_closed else opened,
    }  # fmt: skip


def file(*hours):
    channel = json.loads((DATA / "ptv_channels.json").read_text())[0]
    service = {
        "id": NUMBER,
        "serviceNames": [{"language": "fi", "value": "Neuvonta", "type": "Name"}],
        "mainOrganization": {"id": "7d3f1a52-0c61-4a53-9b5e-0a1c5d9e1101", "name": "Ketu"},
    }
    return json.dumps([service, channel | {"serviceHours": list(hours)}]).encode()


@pytest.fixture
def service():
    return ServiceFactory(organisation=OrganisationFactory(name="Ketu"), name="Neuvonta")


def test_a_place_that_is_open_by_dates_only_is_visited(bringer, second, service):
    bring_in(bringer, second, file(week("2026-12-01T00:00:00", "2026-12-15T00:00:00")))

    days = list(PopUpDay.objects.order_by("on"))
    assert [day.on for day in days] == [date(2026, 12, n) for n in (1, 8, 15)]
    assert {day.place for day in days} == {"Keskikatu 4"}
    assert Service.objects.get().opening == ""


def test_an_opening_day_of_its_own_is_a_day(bringer, second, service):
    hours = [week(), one_day("2026-12-05T00:00:00"), one_day("2026-12-24T00:00:00", is_closed=True)]

    bring_in(bringer, second, file(*hours))

    assert [day.on for day in PopUpDay.objects.all()] == [date(2026, 12, 5)]
    assert Service.objects.get().opening == "ti 10–14"


def test_a_season_beside_the_usual_week_is_told_in_words(bringer, second, service):
    summer = week("2027-06-01T00:00:00", "2027-08-31T00:00:00")

    bring_in(bringer, second, file(summer, week()))

    assert Service.objects.get().opening == "ti 10–14; 1.6.2027–31.8.2027 ti 10–14"
    assert not PopUpDay.objects.exists()


@pytest.mark.parametrize("day", ["2026-02-31", "", 7, {"a": 1}])
def test_a_day_that_is_none_is_told_by_its_item(bringer, service, day):
    _url, page = looked_at(bringer, file(one_day(day)))

    assert [(where, said) for where, _title, said in page.bad] == [
        ("Row 1, item 2", "The opening hours name no day of the calendar.")
    ]
