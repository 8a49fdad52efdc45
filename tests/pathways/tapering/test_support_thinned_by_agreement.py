"""S1: support is thinned by an agreed dose: dated steps, each looked at together, nothing by itself."""

import uuid

import pytest

from network.models import Step
from paku.reminders.models import Clock
from pathways.models import AgreedRhythm, Pathway, TaperingLook, TaperingPlan
from pathways.models.caseload import open_cares
from pathways.models.rhythm import Rhythm
from pathways.models.stage import Stage
from tests.factories import today
from tests.pathways.lists import days, shown, text
from tests.pathways.tapering.sheets import a_look, a_plan, at, moved, planned, tapering_path

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(ohjaaja, team):
    return tapering_path(ohjaaja, team)


def test_a_path_that_comes_to_lighter_support_asks_for_its_plan(desk, path):
    page = text(desk.get(path.get_absolute_url()))
    form = desk.get(at("new-tapering", path)).context["form"]

    assert at("new-tapering", path) in page
    assert [row[2].value() for row in form.rows] == [7, 14, 28, 28, None]


def test_the_plan_begins_with_its_first_step_and_the_promise_follows_it(desk, path):
    answer = desk.send(at("new-tapering", path), a_plan())

    assert answer.status_code == 303
    plan = TaperingPlan.objects.get()
    assert [(s.every_days, s.how, s.begun_on) for s in plan.in_order] == [
        (7, "visit", today()), (14, "visit", None), (28, "call", None),
    ]  # fmt: skip
    assert Pathway.objects.get().promised_days == 7
    page = text(desk.get(answer["Location"]))
    assert "Uskallan kokeilla." in page
    assert shown(days(28)) in page


def test_the_next_look_is_an_agreed_step_of_the_own_worker(desk, ohjaaja, path):
    desk.send(at("new-tapering", path), a_plan())

    step = Step.objects.open().get()
    assert (step.due_on, step.doer.user, step.client) == (days(28), ohjaaja, path.client)


def test_nothing_begins_by_itself_when_the_day_comes(desk, path):
    plan = planned(path)
    plan.steps.filter(number=2).update(from_on=today())
    Step.objects.filter(pk=TaperingPlan.objects.get().ask_id).update(due_on=today())

    assert Pathway.objects.get().promised_days == 7
    asked = TaperingPlan.objects.get().ask
    my_day = text(desk.get("/"))
    assert asked.what in my_day
    assert desk.get(at("step-done", asked))["Location"] == at("tapering-look", path)


def test_looking_together_begins_the_next_step(desk, path):
    plan = planned(path)
    asked = TaperingPlan.objects.get().ask

    answer = desk.send(at("tapering-look", path), a_look(words="Sanoin saman."))

    assert answer.status_code == 303
    asked.refresh_from_db()
    assert asked.done_on == today()
    plan = TaperingPlan.objects.get(pk=plan.pk)
    assert (plan.in_force.number, plan.ask.due_on) == (2, days(60))
    assert Pathway.objects.get().promised_days == 14
    page = text(desk.get(answer["Location"]))
    assert page.index("Pärjäsin kaksi viikkoa.") < page.index("Sanoin saman.")
    assert list(AgreedRhythm.objects.values_list("every_days", flat=True)) == [7, 14]


def test_the_same_rhythm_may_go_on(desk, path):
    planned(path)

    desk.send(at("tapering-look", path), a_look(held="no", now="keep"))

    plan = TaperingPlan.objects.get()
    assert (plan.in_force.number, plan.ask.due_on) == (1, days(60))
    assert TaperingLook.objects.get().held == "no"


def test_after_the_last_step_the_sheet_of_the_exit_is_offered(desk, path):
    plan = planned(path)
    plan.steps.update(begun_on=today(), begun_by=desk.user)

    sheet = a_look(now="exit", ask_on="")
    assert "next" not in dict(
        desk.get(at("tapering-look", path)).context["form"]["now"].field.choices
    )
    assert desk.send(at("tapering-look", path), sheet)["Location"] == at("exit", path)


def test_the_promise_rules_silence_before_the_clock_of_the_stage(desk, path):
    Clock.objects.filter(code="rhythm_tapering").update(days=100)
    Pathway.objects.filter(pk=path.pk).update(last_contact_on=days(-15))
    assert not open_cares().with_path().silent(Rhythm.on(today())).exists()

    planned(path)

    assert open_cares().with_path().silent(Rhythm.on(today())).exists()
    (row,) = desk.get("/clients/").context["rows"]
    assert (row.contact.promised, row.contact.is_silent) == (7, True)


def test_going_back_keeps_the_plan_as_history_and_another_may_begin(desk, path):
    plan = planned(path)
    asked = TaperingPlan.objects.get().ask

    desk.send(at("back", path), {"on": shown(today()), "why": "", "seen": "tapering"})

    path.refresh_from_db()
    assert (path.stage, path.promised_days) == (Stage.INTENSIVE_SUPPORT, None)
    plan.refresh_from_db()
    asked.refresh_from_db()
    assert (plan.ended_how, asked.is_open) == ("more_support", False)
    assert "Uskallan kokeilla." in text(desk.get(at("tapering", path)))
    moved(path, Stage.TAPERING)
    assert desk.send(at("new-tapering", path), a_plan()).status_code == 303
    assert TaperingPlan.objects.live().count() == 1


def test_a_second_send_makes_one_plan_and_one_look(desk, path):
    sheet, look = uuid.uuid4(), uuid.uuid4()

    for _time in range(2):
        assert desk.send(at("new-tapering", path), a_plan(), sheet=sheet).status_code == 303
        assert desk.send(at("tapering-look", path), a_look(), sheet=look).status_code == 303

    assert (TaperingPlan.objects.count(), TaperingLook.objects.count()) == (1, 1)
    assert Step.objects.open().count() == 1


def test_of_two_tabs_the_second_is_shown_both(desk, path):
    desk.send(at("new-tapering", path), a_plan(client_words="Ensin"))

    plan = desk.send(at("new-tapering", path), a_plan(client_words="Toinen"))
    desk.send(at("tapering-look", path), a_look(client_words="Hyvin"))
    look = desk.send(at("tapering-look", path), a_look(client_words="Huonosti"))

    for answer, words in ((plan, ("Ensin", "Toinen")), (look, ("Hyvin", "Huonosti"))):
        assert answer.status_code == 409
        assert all(word in text(answer) for word in words)
    assert (TaperingPlan.objects.count(), TaperingLook.objects.count()) == (1, 1)


def test_the_page_costs_the_same_for_one_plan_and_for_ten(desk, path):
    planned(path)
    one = desk.cost(at("tapering", path))
    for _time in range(9):
        seen = str(TaperingPlan.objects.live().get().ref)
        planned(path, seen=seen)

    assert desk.cost(at("tapering", path)) == one
