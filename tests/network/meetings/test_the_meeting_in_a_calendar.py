"""An entry for anybody's calendar: no reason, no name; the same one when the meeting moves or is cancelled."""

from datetime import timedelta

import pytest

from network.models import Meeting, MeetingParty
from tests.factories import today
from tests.network.meetings.sitting import agree, at, planned, written

pytestmark = pytest.mark.django_db


def lines(answer):
    return answer.content.decode().replace("\r\n ", "").split("\r\n")


def starting(found, name):
    return [line for line in found if line.startswith(name)]


def test_the_entry_tells_no_name_and_no_reason(desk, path, meeting):
    answer = desk.get(at(meeting, "meeting-calendar"))

    text = "\n".join(lines(answer))
    assert answer["Content-Type"].startswith("text/calendar")
    assert f"UID:{meeting.ref}@paku" in text
    assert "LOCATION:Kunnantalo\\, kokoushuone 2" in text
    for secret in (path.client.last_name, path.client.first_names, "laskut"):
        assert secret not in text


def test_a_moved_meeting_is_the_same_entry_with_a_later_number(desk, meeting, adviser):
    before = lines(desk.get(at(meeting, "meeting-calendar")))
    day = f"{today() + timedelta(days=9):%d.%m.%Y} 10.00"
    desk.send(at(meeting, "edit-meeting"), planned(adviser, starts_at=day))

    after = lines(desk.get(at(meeting, "meeting-calendar")))

    assert starting(before, "UID") == starting(after, "UID")
    assert starting(before, "DTSTART") != starting(after, "DTSTART")
    assert starting(after, "SEQUENCE") == ["SEQUENCE:1"]


def test_a_cancelled_meeting_says_so_and_keeps_its_reason_to_itself(desk, meeting):
    desk.send(at(meeting, "cancel-meeting"), {"why": "Asiakas on sairaalassa"})

    found = lines(desk.get(at(meeting, "meeting-calendar")))

    assert "STATUS:CANCELLED" in found
    assert "sairaalassa" not in str(found)
    assert "Asiakas on sairaalassa" in desk.get(at(meeting)).content.decode()


def test_nothing_more_is_written_of_a_cancelled_meeting(desk, meeting):
    desk.send(at(meeting, "cancel-meeting"), {"why": "Sairastui"})

    assert desk.send(at(meeting, "write-memo"), written(meeting)).status_code == 409
    assert desk.send(at(meeting, "cancel-meeting"), {"why": "Toistamiseen"}).status_code == 409
    assert Meeting.objects.get().cancelled_why == "Sairastui"


def test_two_tabs_do_not_plan_over_each_other(desk, meeting, adviser):
    desk.send(at(meeting, "edit-meeting"), planned(adviser, place="Kirjasto"))

    refused = desk.send(at(meeting, "edit-meeting"), planned(adviser, place="Seurakuntatalo"))

    assert refused.status_code == 409
    assert "Seurakuntatalo" in refused.content.decode()
    assert Meeting.objects.get().place == "Kirjasto"


def test_who_has_spoken_stays_at_the_table(desk, meeting, adviser, deacon):
    desk.send(at(meeting, "write-memo"), written(meeting))

    refused = desk.send(at(meeting, "edit-meeting"), planned(adviser, seen="2"))

    assert refused.status_code == 422
    assert MeetingParty.objects.filter(member=deacon).exists()


def test_my_coming_meetings_are_those_of_people_i_work_with(desk, path, meeting):
    html = desk.get("/network/meetings/").content.decode()

    assert path.client.name in html
    assert at(meeting) in html
    assert "laskut" not in html
    agree(desk, meeting)
    assert at(meeting) not in desk.get("/network/meetings/").content.decode()
