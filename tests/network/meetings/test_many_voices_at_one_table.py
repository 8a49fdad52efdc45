"""S13: wicked problems need many voices. Calling a meeting, and the memo that is made at the table."""

import uuid
from datetime import timedelta

import pytest

from network.models import Meeting, MeetingParty, Step
from paku.audit.models import Entry
from tests.factories import MeetingFactory, MemberFactory, today
from tests.factories.meetings import hour
from tests.network.meetings.sitting import agree, at, decided, decisions_of, of, planned, written

pytestmark = pytest.mark.django_db


def test_a_meeting_is_called_in_the_clients_words_with_those_around(desk, path, adviser, deacon):
    called = desk.send(of(path, "new-meeting"), planned(adviser, deacon))

    meeting = Meeting.objects.get()
    assert (called.status_code, called.url) == (303, meeting.get_absolute_url())
    assert {party.member for party in meeting.parties.all()} == {adviser, deacon}
    assert {party.attendance for party in meeting.parties.all()} == {"invited"}
    html = desk.get(called.url).content.decode()
    for shown in ("Haluan että laskut", "Kunnantalo", adviser.name, deacon.name, "13.00–14.30"):
        assert shown in html


def test_a_double_click_calls_one_meeting(desk, path, adviser):
    sheet = uuid.uuid4()

    first, second = (
        desk.send(of(path, "new-meeting"), planned(adviser), sheet=sheet) for _ in range(2)
    )

    assert (first.url, Meeting.objects.count(), MeetingParty.objects.count()) == (second.url, 1, 1)


def test_the_clients_view_stands_before_the_others(desk, meeting):
    desk.send(at(meeting, "write-memo"), written(meeting))

    html = desk.get(at(meeting)).content.decode()

    places = [html.index(text) for text in ("Olen väsynyt", "Näkemys Ville", "Näkemys Dora")]
    assert places == sorted(places)


def test_last_meetings_promises_come_first_with_what_became_of_them(desk, path, meeting):
    before = MeetingFactory(client=path.client, starts_at=hour(-30), called_by=desk.user)
    agree(desk, before, decided(1, "Maksusuunnitelma tehdään"), decided(2, "Kirjeet avataan"))
    kept = decisions_of(before)[0].step
    kept.done_on, kept.done_by = today(), desk.user
    kept.save()

    html = desk.get(at(meeting)).content.decode()

    assert html.index("Maksusuunnitelma tehdään") < html.index("At the table")
    assert html.count("not done yet") == 1


def test_a_promise_is_marked_as_kept_at_the_table(desk, path, meeting):
    before = MeetingFactory(client=path.client, starts_at=hour(-30), called_by=desk.user)
    agree(desk, before, decided(1, "Kirjeet avataan"))

    desk.send(at(meeting, "write-memo"), written(meeting, kept_1="on"))

    step = decisions_of(before)[0].step
    assert (step.done_on, step.done_by) == (today(), desk.user)


def test_decisions_become_steps_also_for_those_without_an_account(desk, path, meeting, adviser):
    agreed = agree(
        desk, meeting, decided(1, "Maksusuunnitelma", adviser), decided(2, "Kirjeet avataan")
    )

    assert agreed.status_code == 303
    steps = {step.what: step for step in Step.objects.of(path.client)}
    assert steps["Maksusuunnitelma"].doer == adviser
    assert steps["Kirjeet avataan"].doer is None
    assert steps["Kirjeet avataan"].due_on == today() + timedelta(days=10)
    assert [one.step for one in decisions_of(meeting)] == list(Step.objects.order_by("pk"))


def test_an_unfinished_memo_makes_no_steps_and_keeps_what_was_decided(desk, meeting, adviser):
    desk.send(at(meeting, "write-memo"), written(meeting, decided(1, "Soitto", adviser)))

    assert (Step.objects.count(), [one.what for one in decisions_of(meeting)]) == (0, ["Soitto"])
    sheet = desk.get(at(meeting, "write-memo")).context["form"]
    assert sheet["step_doer_1"].value() == str(adviser.ref)


def test_what_is_typed_is_safe_from_the_first_letter(desk, meeting):
    desk.leave(f"meeting/{meeting.ref}", {"client_view": "Olen väs", "seen": "1"})

    sheet = desk.get(at(meeting, "write-memo"))

    assert sheet.context["form"]["client_view"].value() == "Olen väs"


def test_two_tabs_do_not_write_over_each_other(desk, meeting):
    late = written(meeting, client_view="Toisen välilehden sana")
    desk.send(at(meeting, "write-memo"), written(meeting))

    refused = desk.send(at(meeting, "write-memo"), late)

    assert refused.status_code == 409
    html = refused.content.decode()
    assert "Toisen välilehden sana" in html
    assert "Olen väsynyt kirjeisiin." in html
    assert Meeting.objects.get().client_view == "Olen väsynyt kirjeisiin."


def test_the_page_costs_the_same_for_one_and_for_ten(desk, path, meeting):
    one = desk.cost(at(meeting))
    for _time in range(9):
        meeting.parties.create(member=MemberFactory(client=path.client))

    assert desk.cost(at(meeting)) == one


def test_the_lists_cost_the_same_for_one_and_for_ten(desk, path, meeting):
    pages = (of(path), "/network/meetings/")
    one = [desk.cost(page) for page in pages]
    for _time in range(9):
        MeetingFactory(client=path.client, called_by=desk.user)

    assert [desk.cost(page) for page in pages] == one


def test_calling_writing_and_agreeing_are_on_the_trail_without_a_word_of_it(desk, path, meeting):
    agree(desk, meeting, decided(1, "Kirjeet avataan"))

    entry = Entry.objects.get(deed="network.meeting_agreed")
    assert entry.client_refs == [path.client.ref]
    assert "Kirjeet" not in str(entry.details)
