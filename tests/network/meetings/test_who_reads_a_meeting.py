"""Who reads a meeting: those to whom the plan is open; consents and papers by rows of their own."""

import uuid
from datetime import timedelta

import pytest

from tests.desk import Desk
from tests.factories import AssignmentFactory, today, worker
from tests.network.meetings.sitting import at, ticked

pytestmark = pytest.mark.django_db


def test_a_stranger_cannot_tell_that_the_meeting_exists(meeting, adviser):
    stranger, nobody = Desk().sit(worker()), uuid.uuid4()
    for name in (
        "meeting",
        "edit-meeting",
        "write-memo",
        "cancel-meeting",
        "meeting-calendar",
        "meeting-papers",
    ):
        url = at(meeting, name)
        other = stranger.get(url.replace(str(meeting.ref), str(nobody)))
        assert stranger.get(url).status_code == other.status_code == 404
    papers = at(meeting, "meeting-papers")
    assert stranger.send(papers, ticked(meeting, adviser)).status_code == 404


def test_a_student_reads_and_writes_but_sees_no_consents_and_makes_no_papers(
    path, meeting, adviser
):
    student = AssignmentFactory(
        care=path.care, part="student", until=today() + timedelta(days=30)
    ).worker
    seat = Desk().sit(student)

    html = seat.get(at(meeting)).content.decode()

    assert at(meeting, "write-memo") in html
    assert "No consent to a network meeting" not in html
    papers = at(meeting, "meeting-papers")
    assert papers not in html
    assert seat.send(papers, ticked(meeting, adviser)).status_code == 403


def test_a_near_worker_sees_nothing_of_the_meeting(path, meeting):
    seat = Desk().sit(AssignmentFactory(care=path.care, part="near_worker").worker)

    assert seat.get(at(meeting)).status_code in (403, 404)
    assert at(meeting) not in seat.get("/network/meetings/").content.decode()
