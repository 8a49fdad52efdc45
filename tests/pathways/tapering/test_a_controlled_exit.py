"""S1: support ends in a controlled way: the list, the person's own words, the move, the calls, the way back."""

import uuid

import pytest

from network.models import Step
from pathways.models import BorderEvidence, BorderSign, CheckIn, ExitItem, ExitReview, Pathway
from pathways.models.controlled_exit import ExitMatter
from pathways.models.stage import Stage
from tests.desk import Desk
from tests.factories import (
    PathFactory,
    today,
)
from tests.pathways.lists import days, shown, text
from tests.pathways.tapering.sheets import at, planned, tapering_path

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(ohjaaja, team):
    return tapering_path(ohjaaja, team)


def a_list(**fields):
    return {"what_remains": "Uskallan soittaa itse.", "seen": "0", **fields}


def the_move(**fields):
    return {
        "on": shown(today()),
        "why": "Arki kantaa.",
        "carried_by": "Outi Ohjaaja",
        "left_open": "Paperi annetaan ensi viikolla.",
        "call_1": shown(days(30)),
        "call_3": shown(days(91)),
        "call_6": shown(days(182)),
        "seen": "tapering",
        **fields,
    }


def test_the_persons_words_stand_first_and_the_list_is_saved_in_pieces(desk, path):
    desk.send(at("exit", path), a_list(state_goals="done", words_goals="Katsottiin kotona."))
    answer = desk.send(
        at("exit", path),
        a_list(
            seen="1",
            state_goals="done",
            words_goals="Katsottiin kotona.",
            state_measures="not_needed",
            words_measures="Ei tehty alussakaan.",
        ),
    )

    page = text(desk.get(answer["Location"]))
    assert page.index("Uskallan soittaa itse.") < page.index("Katsottiin kotona.")
    review = ExitReview.objects.get()
    assert (review.version, review.what_remains) == (2, "Uskallan soittaa itse.")
    assert [(i.matter, i.state, i.by) for i in review.items.all()] == [
        ("goals", "done", desk.user), ("measures", "not_needed", desk.user),
    ]  # fmt: skip


def test_a_tick_may_be_taken_back(desk, path):
    desk.send(at("exit", path), a_list(state_paper="done"))

    desk.send(at("exit", path), a_list(seen="1"))

    assert not ExitItem.objects.exists()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"state_paper": "not_needed"}, "words_paper"),
        ({"words_paper": "Annettu"}, "state_paper"),
        ({"state_paper": "maybe"}, "state_paper"),
        ({"seen": "-1"}, "seen"),
    ],
)
def test_a_faulty_list_keeps_the_words(desk, path, fields, field):
    answer = desk.send(at("exit", path), a_list(**fields))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert "Uskallan soittaa itse." in text(answer)
    assert not ExitReview.objects.exists()


def test_of_two_who_fill_it_in_the_second_is_shown_both(desk, path):
    desk.send(at("exit", path), a_list(what_remains="Rohkeus"))

    answer = desk.send(at("exit", path), a_list(what_remains="Ystävä"))

    assert answer.status_code == 409
    assert "Rohkeus" in text(answer)
    assert "Ystävä" in text(answer)
    assert ExitReview.objects.get().what_remains == "Rohkeus"


def test_the_ordinary_move_leads_to_the_sheet(desk, path):
    page = desk.get(at("move", path))
    sent = desk.send(
        at("move", path),
        {
            "to": "controlled_exit",
            "on": shown(today()),
            "why": "Arki kantaa.",
            "what_next": "Soitto",
            "carried_by": "Outi",
        },
    )

    assert at("exit", path) in text(page)
    assert "controlled_exit" not in dict(page.context["choices"])
    assert (sent.status_code, list(sent.context["form"].errors)) == (422, ["to"])


def test_the_move_makes_the_calls_as_steps_and_ends_the_plan(desk, ohjaaja, path):
    plan = planned(path)
    sign = BorderSign.objects.on(today()).filter(stage=Stage.CONTROLLED_EXIT).first()

    answer = desk.send(at("exit-move", path), the_move(**{f"sign_{sign.code}": "on"}))

    assert answer.status_code == 303
    path.refresh_from_db()
    plan.refresh_from_db()
    assert (path.stage, path.promised_days, plan.ended_how) == ("controlled_exit", None, "went_on")
    assert [(c.months, c.step.due_on, c.step.doer.user) for c in CheckIn.objects.told()] == [
        (1, days(30), ohjaaja), (3, days(91), ohjaaja), (6, days(182), ohjaaja),
    ]  # fmt: skip
    assert Step.objects.open().count() == 3
    assert BorderEvidence.objects.get().sign == sign
    page = text(desk.get(answer["Location"]))
    assert "Paperi annetaan ensi viikolla." in page


def test_what_is_open_is_shown_and_asked_of_but_stops_nothing(desk, path):
    every = {f"state_{matter.value}": "done" for matter in ExitMatter}

    asked = desk.send(at("exit-move", path), the_move(left_open=""))
    desk.send(at("exit", path), a_list(**every))
    plain = desk.get(at("exit-move", path)).context["form"]

    assert (asked.status_code, list(asked.context["form"].errors)) == (422, ["left_open"])
    assert str(ExitMatter.PAPER.label) in text(asked)
    assert "left_open" not in plain.fields
    assert desk.send(at("exit-move", path), the_move()).status_code == 303


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"on": shown(days(1))}, "on"),
        ({"on": shown(days(-400))}, "on"),
        ({"why": ""}, "why"),
        ({"call_3": shown(today())}, "call_3"),
        ({"call_1": "", "call_3": "", "call_6": ""}, "call_1"),
    ],
)
def test_a_faulty_move_is_told_beside_the_field(desk, path, fields, field):
    answer = desk.send(at("exit-move", path), the_move(**fields))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not CheckIn.objects.exists()


def test_a_client_who_wants_no_calls_gets_none(desk, path):
    desk.send(at("exit", path), a_list(state_calls="not_needed", words_calls="Soittaa itse."))

    desk.send(at("exit-move", path), the_move(call_1="", call_3="", call_6=""))

    assert Pathway.objects.get().stage == Stage.CONTROLLED_EXIT
    assert not CheckIn.objects.exists()


def test_sent_twice_it_is_one_move_with_three_calls(desk, path):
    sheet = uuid.uuid4()

    first = desk.send(at("exit-move", path), the_move(), sheet=sheet)
    again = desk.send(at("exit-move", path), the_move(), sheet=sheet)
    other_tab = desk.send(at("exit-move", path), the_move())

    assert (first.status_code, again.status_code, other_tab.status_code) == (303, 303, 422)
    assert (CheckIn.objects.count(), path.moves.count()) == (3, 3)


def test_from_intensive_support_there_is_no_exit_yet(ohjaaja, team):
    path = PathFactory(care__own_worker=ohjaaja, care__team=team)
    desk = Desk().sit(ohjaaja)

    assert at("exit-move", path) not in text(desk.get(at("exit", path)))
    assert desk.send(at("exit-move", path), the_move(seen="intensive_support")).status_code == 422
    assert Pathway.objects.get().stage == Stage.INTENSIVE_SUPPORT
