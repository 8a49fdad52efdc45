"""The client is at the table, or has been heard before; and what has been agreed on stays as it was."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from network.models import Meeting, MeetingDecision, MeetingParty, Step
from tests.factories import MemberFactory, today
from tests.network.meetings.sitting import agree, at, decided, of, planned, written

pytestmark = pytest.mark.django_db


def heard(**fields):
    day = f"{today() - timedelta(days=1):%d.%m.%Y}"
    return {"client_part": "heard", "heard_on": day, "heard_by": "Outi Ohjaaja",
            "heard_words": "En halua puhua lapsuudesta.", **fields}  # fmt: skip


@pytest.mark.parametrize("missing", ["heard_on", "heard_by", "heard_words"])
def test_a_meeting_without_the_client_needs_how_they_were_heard(desk, meeting, missing):
    refused = agree(desk, meeting, decided(1, "Soitto"), heard(**{missing: ""}))

    assert refused.status_code == 422
    assert missing in refused.context["form"].errors
    assert refused.context["form"]["client_view"].value() == "Olen väsynyt kirjeisiin."
    assert (Meeting.objects.get().is_ready, Step.objects.count()) == (False, 0)


def test_heard_before_is_enough_and_is_told_on_the_page(desk, meeting):
    assert agree(desk, meeting, heard()).status_code == 303

    assert "En halua puhua lapsuudesta." in desk.get(at(meeting)).content.decode()


def test_the_database_too_refuses_a_meeting_held_without_hearing_the_client(meeting, ohjaaja):
    with pytest.raises(DatabaseError), transaction.atomic():
        Meeting.objects.update(
            client_part="heard", ready_on=today(), ready_at=meeting.called_at, ready_by=ohjaaja
        )


def test_nobody_is_left_between_invited_and_there(desk, meeting):
    refused = agree(desk, meeting, attendance_2="accepted")

    assert refused.status_code == 422
    assert list(refused.context["form"].errors) == ["attendance_2"]


@pytest.mark.parametrize("state", ["invited", "accepted", "present", "absent", "excused"])
def test_all_five_states_can_be_told(desk, meeting, state):
    desk.send(at(meeting, "write-memo"), written(meeting, attendance_1=state))

    assert MeetingParty.objects.filter(meeting=meeting).first().attendance == state


def test_an_agreed_memo_is_locked_and_followed_by_a_correction_only(desk, meeting):
    agree(desk, meeting, decided(1, "Soitto"))

    again = desk.send(at(meeting, "write-memo"), written(Meeting.objects.get()))
    desk.send(at(meeting, "correct-meeting"), {"text": "Soiton tekee Ville."})

    assert again.status_code == 409
    html = desk.get(at(meeting)).content.decode()
    assert "Soiton tekee Ville." in html
    assert at(meeting, "write-memo") not in html


def test_the_database_keeps_an_agreed_memo_as_it_was(desk, meeting):
    agree(desk, meeting, decided(1, "Soitto"))

    for rows in (Meeting.objects, MeetingParty.objects, MeetingDecision.objects):
        name = "view" if rows.model is MeetingParty else "purpose"
        name = "what" if rows.model is MeetingDecision else name
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**{name: "muuta"})
    with pytest.raises(DatabaseError), transaction.atomic():
        MeetingParty.objects.create(meeting=meeting, member=MemberFactory(client=meeting.client))


def test_a_decision_without_a_name_or_a_day_is_asked_for(desk, meeting):
    refused = agree(desk, meeting, decided(1, "Soitto"), step_doer_1="", step_due_1="")

    assert refused.status_code == 422
    assert set(refused.context["form"].errors) == {"step_doer_1", "step_due_1"}
    assert Step.objects.count() == 0


def test_when_a_step_fails_nothing_of_the_memo_is_agreed_on(desk, meeting):
    stranger = MemberFactory()

    refused = agree(desk, meeting, decided(1, "Soitto", stranger))

    assert refused.status_code == 422
    assert (Meeting.objects.get().ready_at, Step.objects.count()) == (None, 0)


@pytest.mark.parametrize(
    ("field", "value"),
    [("purpose", ""), ("purpose", "a" * 501), ("starts_at", "huomenna"), ("starts_at", ""), ("minutes", "paljon"),
     ("place", ""), ("client_part", ""), ("members", []), ("heard_on", "31.2.2026"), ("members", ["x"])],
)  # fmt: skip
def test_bad_inputs_are_told_beside_the_field_and_kept(desk, path, adviser, field, value):
    refused = desk.send(of(path, "new-meeting"), planned(adviser, **{field: value}))

    assert refused.status_code == 422
    assert list(refused.context["form"].errors) == [field]
    assert refused.context["form"]["client_part"].value() == (
        "" if field == "client_part" else "present"
    )
    assert Meeting.objects.count() == 0


def test_a_close_person_is_asked_only_with_the_clients_yes(desk, path):
    sister = MemberFactory(client=path.client, kind="close", name="Sisko", role="sisko")

    refused = desk.send(of(path, "new-meeting"), planned(sister))
    sister.may_contact, sister.contact_asked_on = "yes", today()
    sister.save()

    assert refused.status_code == 422
    assert "Sisko" in str(refused.context["form"].errors["members"])
    assert desk.send(of(path, "new-meeting"), planned(sister)).status_code == 303


@pytest.mark.parametrize("sheet", ["edit-meeting", "cancel-meeting", "write-memo"])
def test_a_cancelled_meeting_has_no_sheet_any_more(desk, meeting, sheet):
    desk.send(at(meeting, "cancel-meeting"), {"why": "Asiakas on sairaalassa"})

    answer = desk.get(at(meeting, sheet))

    assert (answer.status_code, answer.url) == (302, at(meeting))
