"""S1: one, three and six months on somebody calls and asks how it is going; the way back is one tap."""

import uuid
from datetime import date

import pytest

from network.models import Step
from network.reminders import steps_due
from paku.access.roles import Role
from paku.kit.dates import months_after
from pathways.models import CheckIn, Pathway
from pathways.models.stage import Stage
from tests.desk import Desk
from tests.factories import AssignmentFactory, today, worker
from tests.pathways.leaving import end_of
from tests.pathways.lists import days, shown, text
from tests.pathways.tapering.sheets import a_call, at, in_exit, tapering_path

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(ohjaaja, team):
    return in_exit(tapering_path(ohjaaja, team))


@pytest.fixture
def first(path):
    return CheckIn.objects.told().first()


def test_the_call_is_reminded_of_on_its_day_and_not_before(path, ohjaaja, first):
    assert not list(steps_due(today()))

    told = list(steps_due(days(30)))

    assert [nudge["nudge_reference"] for nudge in told] == [first.step.ref]


def test_my_day_leads_from_the_step_to_the_sheet_of_the_call(desk, first):
    Step.objects.filter(pk=first.step_id).update(due_on=today())

    assert first.step.what in text(desk.get("/"))
    assert desk.get(at("step-done", first.step))["Location"] == first.get_absolute_url()


def test_a_call_that_reaches_is_a_contact_with_the_clients_words(desk, path, first):
    answer = desk.send(first.get_absolute_url(), a_call(what_next="Kysyi ryhmästä."))

    assert answer.status_code == 303
    first.refresh_from_db()
    assert (first.result, first.on, first.by) == ("reached", today(), desk.user)
    assert Step.objects.get(pk=first.step_id).done_on == today()
    assert Pathway.objects.get().last_contact_on == today()
    page = text(desk.get(answer["Location"]))
    assert page.index("Ihan hyvin menee.") < page.index("Kysyi ryhmästä.")


def test_a_call_in_vain_is_tried_again_on_a_day(desk, first):
    Pathway.objects.update(last_contact_on=None)

    answer = desk.send(first.get_absolute_url(), a_call(reached="no", client_words=""))

    assert answer.status_code == 303
    first.refresh_from_db()
    again = CheckIn.objects.get(attempt=2)
    assert (first.result, again.months, again.step.due_on) == ("not_reached", 1, days(7))
    assert again.step.doer == first.step.doer
    assert Pathway.objects.get().last_contact_on is None


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"reached": ""}, "reached"),
        ({"reached": "no", "again_on": ""}, "again_on"),
        ({"reached": "no", "again_on": shown(today())}, "again_on"),
        ({"on": shown(days(1))}, "on"),
        ({"on": shown(days(-1))}, "on"),
    ],
)
def test_a_faulty_sheet_keeps_the_words(desk, first, fields, field):
    answer = desk.send(first.get_absolute_url(), a_call(**fields))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert "Ihan hyvin menee." in text(answer)
    assert Step.objects.open().count() == 3


def test_a_result_is_written_once_and_the_second_is_shown_both(desk, first):
    sheet = uuid.uuid4()
    for _time in range(2):
        assert desk.send(first.get_absolute_url(), a_call(), sheet=sheet).status_code == 303

    other = desk.send(first.get_absolute_url(), a_call(client_words="Toinen kertoi muuta."))

    assert other.status_code == 409
    assert "Ihan hyvin menee." in text(other)
    assert "Toinen kertoi muuta." in text(other)
    assert CheckIn.objects.exclude(result="").count() == 1


def test_the_way_back_is_one_tap_and_closes_the_calls_that_were_ahead(desk, path, first):
    assert at("back", path) in text(desk.get(first.get_absolute_url()))

    desk.send(at("back", path), {"on": shown(today()), "why": "", "seen": "controlled_exit"})

    assert Pathway.objects.get().stage == Stage.INTENSIVE_SUPPORT
    assert set(CheckIn.objects.values_list("result", flat=True)) == {"not_needed"}
    assert not Step.objects.open().exists()


def test_after_the_last_call_the_end_is_offered_and_nothing_ends_by_itself(path):
    sari = worker(Role.SOCIAL_WORKER, name="Sari", team=path.care.team)
    AssignmentFactory(care=path.care, worker=sari)
    desk = Desk().sit(sari)
    for call in CheckIn.objects.told():
        assert end_of(path) not in text(desk.get(at("exit", path)))
        desk.send(call.get_absolute_url(), a_call())

    assert f"{end_of(path)}?ground=coping" in text(desk.get(at("exit", path)))
    assert desk.get(f"{end_of(path)}?ground=coping").context["form"]["ground"].value() == "coping"
    assert Pathway.objects.get().is_open


def test_a_colleague_and_a_stranger(path, first):
    for user in (worker(), worker(team=path.care.team)):
        assert Desk().sit(user).get(first.get_absolute_url()).status_code == 404
        assert Desk().sit(user).send(first.get_absolute_url(), a_call()).status_code == 404
    assert Step.objects.open().count() == 3


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 6, 30), 6, date(2026, 12, 30)),
    ],
)
def test_months_end_where_they_end(day, months, then):
    assert months_after(day, months) == then
