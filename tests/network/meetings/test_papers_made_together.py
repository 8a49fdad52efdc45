"""Papers for everybody at the table as one job: asked for at once, made one by one, none twice and none too many."""

import socket
import threading
from contextlib import contextmanager

import pytest

from network.actions.paper_batches import make_line, make_papers
from network.models import Disclosure, PaperBatch
from paku.audit.models import Entry
from paku.audit.record import record
from paku.printing import wire
from paku.printing.deeds import Deed as Printing
from paku.printing.models import Paper
from tests.clients.shutting_out import out
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    MeetingPartyFactory,
    MemberFactory,
)
from tests.network.meetings.sitting import agree, ask, at, planned, take_back
from tests.network.summaries import bare, text_of

pytestmark = pytest.mark.django_db


def states(batch):
    return {line.member.name if line.member else "client": line.state for line in batch.lines.all()}


@contextmanager
def broken_press():
    """A press that takes every paper and says that it broke."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer():
            while True:
                try:
                    connection, _from = server.accept()
                except OSError:
                    return
                with connection:
                    wire.receive(connection, most=wire.MOST_HTML)
                    wire.send(connection, {"ok": False, "reason": "crashed"}, b"")

        threading.Thread(target=answer, daemon=True).start()
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)


def page_of(batch):
    return batch.get_absolute_url()


def test_a_meeting_of_seven_and_the_client_is_made_in_one_job(desk, path, meeting, adviser, deacon):
    others = [MeetingPartyFactory(meeting=meeting).member for _time in range(5)]

    batch = ask(desk, meeting, None, adviser, deacon, *others)

    assert Paper.objects.count() == 0
    assert (make_papers(), make_papers()) == (8, 0)
    assert set(states(batch).values()) == {"made"}
    given = Disclosure.objects.filter(meeting=meeting)
    assert {one.member for one in given} == {None, adviser, deacon, *others}
    html = desk.get(page_of(batch)).content.decode()
    assert [one.paper.serial for one in given if one.paper.serial not in html] == []


def test_a_consent_taken_back_in_between_stops_that_paper_and_the_others_go(desk, agreed, adviser):
    batch = ask(desk, agreed, None, adviser)
    take_back(adviser)

    assert make_papers() == 1

    assert states(batch) == {"client": "made", adviser.name: "refused"}
    assert "took the consent back" in desk.get(page_of(batch)).content.decode()
    assert Entry.objects.get(deed="audit.refused").details["why"] == "no_consent"
    assert not Disclosure.objects.filter(member=adviser).exists()


def test_a_plan_that_changes_in_between_stops_what_was_looked_at(desk, meeting, adviser, deacon):
    batch = ask(desk, meeting, adviser)
    desk.send(at(meeting, "edit-meeting"), planned(adviser, deacon, place="Kirjasto"))

    assert make_papers() == 0

    assert states(batch) == {adviser.name: "refused"}
    assert "has changed since the paper was looked at" in desk.get(page_of(batch)).content.decode()


def test_who_is_not_asked_any_more_gets_no_paper(desk, meeting, adviser, deacon):
    batch = ask(desk, meeting, deacon)
    desk.send(at(meeting, "edit-meeting"), planned(adviser))

    assert make_papers() == 0
    assert states(batch) == {deacon.name: "refused"}


def test_the_next_worker_goes_on_where_the_killed_one_came_to(desk, meeting, adviser, deacon):
    batch = ask(desk, meeting, None, adviser, deacon)
    assert make_line(batch.lines.first().pk) == "made"  # then the worker is gone

    assert make_papers() == 2
    assert make_line(batch.lines.first().pk) == ""
    assert (Paper.objects.count(), Disclosure.objects.count()) == (3, 3)


def test_a_press_that_is_away_loses_nothing_and_the_page_says_so(desk, meeting, adviser, settings):
    batch, there = ask(desk, meeting, None, adviser), settings.PRESS
    settings.PRESS = "tcp://127.0.0.1:9"

    assert make_papers() == 0
    assert "cannot be made just now" in desk.get(page_of(batch)).content.decode()
    assert not Disclosure.objects.exists()

    settings.PRESS = there
    assert make_papers() == 2
    assert PaperBatch.objects.get().trouble == ""


def test_ten_papers_in_ten_minutes_make_the_rest_wait_and_refuse_none(desk, meeting, adviser):
    for _time in range(9):
        record(Printing.PAPER_FROZEN, by=desk.user)
    batch = ask(desk, meeting, None, adviser)

    assert make_papers() == 1

    assert sorted(states(batch).values()) == ["made", "waiting"]
    assert "ten papers in ten minutes" in desk.get(page_of(batch)).content.decode()


def test_a_press_that_breaks_again_and_again_is_not_asked_for_ever(
    desk, meeting, adviser, settings
):
    batch = ask(desk, meeting, adviser)
    with broken_press() as address:
        settings.PRESS = address
        for _time in range(4):
            assert make_papers() == 0
            assert states(batch) == {adviser.name: "waiting"}
        make_papers()

    assert states(batch) == {adviser.name: "refused"}
    assert "could not be made" in batch.lines.get().sentence


def test_who_is_shut_out_of_the_file_meanwhile_has_nothing_made(desk, meeting, adviser):
    batch = ask(desk, meeting, None, adviser)
    out(meeting.client, desk.user)

    assert make_papers() == 0
    assert set(states(batch).values()) == {"refused"}


def test_a_paper_holds_what_the_one_who_asked_may_see_and_no_more(desk, path, meeting):
    hidden = MemberFactory(client=path.client, name="Turva Kriisi", visibility="own_worker")
    MeetingPartyFactory(meeting=meeting, member=hidden)
    agree(desk, meeting)
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)

    theirs, ours = (ask(seat, meeting, None) for seat in (pair, desk))

    assert make_papers() == 2
    told = [bare(text_of(one.lines.get().disclosure.paper.pdf)) for one in (theirs, ours)]
    assert [bare(hidden.name) in text for text in told] == [False, True]


def test_a_double_click_and_two_tabs_make_one_job(desk, meeting, adviser, deacon):
    first = ask(desk, meeting, None, adviser)
    second = ask(desk, meeting, None, adviser)
    third = ask(desk, meeting, None, adviser, deacon)

    assert (first, first.lines.count()) == (second, 2)
    assert states(third) == {deacon.name: "waiting"}
    assert make_papers() == 3
    assert ask(desk, meeting, None, adviser) == first
