"""S22: the days in one's own calendar, read as RFC 5545 is written; nothing of anybody in it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import Client as Browser

from paku.kit.icalendar import Event, in_finland, written
from tests.factories import PathFactory, PopUpDayFactory, today

CALENDAR = "/network/pop-up.ics"
NOW = datetime(2026, 1, 2, 12, tzinfo=UTC)


def unfolded(content):
    return content.decode().replace("\r\n ", "").split("\r\n")


def event(**fields):
    row = {
        "uid": "1@paku",
        "starts_at": NOW,
        "ends_at": NOW + timedelta(hours=1),
        "summary": "Kela",
    }
    return Event(**row | fields)


def test_lines_are_folded_at_seventy_five_octets_and_no_letter_is_broken():
    content = written("Päivät", [event(summary="Ä" * 200)], at=NOW)

    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)
    assert f"SUMMARY:{'Ä' * 200}" in unfolded(content)


def test_no_text_gets_out_of_its_line():
    content = written("x", [event(summary="Kela\r\nEND:VCALENDAR; a, b\\c\u2028d")], at=NOW)

    assert "SUMMARY:Kela\\nEND:VCALENDAR\\; a\\, b\\\\c\\nd" in unfolded(content)
    assert unfolded(content).count("END:VCALENDAR") == 1


def test_a_clock_on_the_wall_becomes_its_instant_in_winter_and_in_summer():
    winter, summer = (
        in_finland(date(2026, month, 15), time(10)).astimezone(UTC).hour for month in (1, 7)
    )

    assert (winter, summer) == (8, 7)


@pytest.mark.django_db
def test_a_calendar_program_gets_the_days_without_signing_in():
    kept = PopUpDayFactory(service__name="Kelan palvelupäivä")
    gone = PopUpDayFactory(is_cancelled=True, why_cancelled="Koulutus")
    PopUpDayFactory(on=today() - timedelta(days=60))

    answer = Browser().get(CALENDAR)

    lines = unfolded(answer.content)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert [line for line in lines if line.startswith("UID:")] == [
        f"UID:{day.ref}@paku" for day in (kept, gone)
    ]
    assert [line for line in lines if line.startswith("STATUS:")] == [
        "STATUS:CONFIRMED",
        "STATUS:CANCELLED",
    ]
    assert "LOCATION:Kunnantalon aula\\, Pihtipudas" in lines


@pytest.mark.django_db
def test_of_one_service_or_one_municipality_only():
    one, other = PopUpDayFactory(), PopUpDayFactory(on=today())

    asked = [
        Browser().get(CALENDAR, {"service": one.service.ref}),
        Browser().get(CALENDAR, {"municipality": "931"}),
        Browser().get(CALENDAR, {"service": "' or 1", "municipality": "x"}),
    ]

    assert [answer.content.count(b"BEGIN:VEVENT") for answer in asked] == [1, 0, 2]
    assert str(other.ref).encode() not in asked[0].content


@pytest.mark.django_db
def test_nothing_of_a_client_is_in_it():
    path = PathFactory(client__last_name="Lehtosaarinen")
    PopUpDayFactory()

    content = Browser().get(CALENDAR).content.decode()

    assert "BEGIN:VEVENT" in content
    assert "Lehtosaarinen" not in content
    assert str(path.client.ref) not in content
