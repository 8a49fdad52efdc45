"""An errand is put right with its history kept, and what was written to the wrong person is taken off the file."""

from __future__ import annotations

import uuid

import pytest

from network.models import Step
from paku.audit.models import Entry
from pathways.models import Errand, ErrandBefore
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    ErrandFactory,
    MemberFactory,
    PathFactory,
    ServiceFactory,
    today,
    worker,
)
from tests.pathways.errands.corrections import corrected, listed, page
from tests.pathways.lists import days, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def errand(path):
    return ErrandFactory(path=path, waiting=True, what="Haettiin asumistukea")


def test_it_is_put_right_and_how_it_stood_is_kept_and_shown(desk, errand):
    service = ServiceFactory(name="Eläkkeet")
    fields = corrected(
        desk, errand, what="Haettiin eläkettä", mandate="written", actor=f"s-{service.ref}"
    )

    assert desk.send(page(errand), fields).status_code == 303

    errand.refresh_from_db()
    assert (errand.what, errand.mandate, errand.service, errand.version) == (
        "Haettiin eläkettä", "written", service, 2,
    )  # fmt: skip
    before = ErrandBefore.objects.get()
    assert (before.what, before.mandate, before.by, before.reason) == (
        "Haettiin asumistukea", "present", desk.user, "Kirjoitin väärin",
    )  # fmt: skip
    entry = Entry.objects.get(deed="pathways.errand_corrected")
    assert (entry.client_refs, entry.details) == ([errand.path.client.ref], {"version": 2})
    html = text(desk.get(listed(errand)))
    for words in ("Haettiin eläkettä", "Haettiin asumistukea", "Kirjoitin väärin"):
        assert words in html


def test_the_day_that_is_minded_is_called_by_the_words_that_hold(desk, errand):
    desk.send(page(errand), corrected(desk, errand, what="Haettiin eläkettä"))

    assert Step.objects.get(pk=errand.expected_id).what.endswith("Haettiin eläkettä")


def test_a_decision_is_put_right_too(desk, path):
    errand = ErrandFactory(path=path, decided_on=days(-3), decision="Hylätty", decided_by=worker())
    fields = corrected(desk, errand, decision="Myönnetty", decided_on=days(-2).isoformat())

    assert desk.send(page(errand), fields).status_code == 303

    errand.refresh_from_db()
    assert (errand.decision, errand.decided_on) == ("Myönnetty", days(-2))
    assert ErrandBefore.objects.get().decision == "Hylätty"


def test_nothing_changed_leaves_no_version_and_no_deed(desk, errand):
    assert desk.send(page(errand), corrected(desk, errand)).status_code == 303

    assert not ErrandBefore.objects.exists()
    assert not Entry.objects.filter(deed="pathways.errand_corrected").exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [("what", " "), ("on", "9.9.2099"), ("on", "x"), ("channel", "owl"), ("mandate", ""), ("reason", ""),
     ("beside", "somebody"), ("actor", "s-1"), ("version", "-1")],
)  # fmt: skip
def test_a_faulty_sheet_comes_back_with_all_that_was_typed(desk, errand, field, value):
    fields = corrected(desk, errand, **{"actor_words": "Tuntematon toimisto", field: value})

    answer = desk.send(page(errand), fields)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert answer.context["form"]["actor_words"].value() == "Tuntematon toimisto"
    assert not ErrandBefore.objects.exists()


def test_a_decision_cannot_have_been_told_before_the_errand(desk, path):
    errand = ErrandFactory(path=path, decided_on=days(-3), decision="Hylätty", decided_by=worker())

    told = {"on": days(-1).isoformat(), "decided_on": days(-3).isoformat()}

    answer = desk.send(page(errand), corrected(desk, errand, **told))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["decided_on"])


def test_of_two_tabs_the_later_is_told_and_loses_nothing(desk, errand):
    mine = corrected(desk, errand, what="Minun teksti")
    desk.send(page(errand), corrected(desk, errand, what="Toisen teksti"))

    answer = desk.send(page(errand), mine)

    assert answer.status_code == 409
    assert all(words in text(answer) for words in ("Minun teksti", "Toisen teksti"))
    assert Errand.objects.get().what == "Toisen teksti"


def test_a_decision_that_came_meanwhile_stops_the_correction(desk, errand):
    late = corrected(desk, errand, on=today().isoformat())
    came = {"decision": "Myönnetty", "decided_on": days(-5).isoformat(), "doer": "client"}
    desk.send(errand.get_absolute_url(), came)

    assert desk.send(page(errand), late).status_code == 409


def test_a_double_click_corrects_once(desk, errand):
    fields, number = corrected(desk, errand, what="Kerran"), uuid.uuid4()

    for _ in range(2):
        assert desk.send(page(errand), fields, sheet=number).status_code == 303

    assert ErrandBefore.objects.count() == 1


def test_who_was_along_and_is_hidden_from_the_corrector_stays(path, errand):
    errand.beside = MemberFactory(client=path.client, visibility="own_worker")
    errand.save()
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)

    assert pair.send(page(errand), corrected(pair, errand, what="Parin korjaus")).status_code == 303

    kept, before = Errand.objects.get(), ErrandBefore.objects.get()
    assert (kept.what, kept.beside, before.beside) == (
        "Parin korjaus",
        errand.beside,
        errand.beside,
    )


def test_somebody_of_another_network_cannot_be_said_to_have_been_along(desk, errand):
    stranger = MemberFactory(client=PathFactory().client)

    answer = desk.send(page(errand), corrected(desk, errand, beside=str(stranger.ref)))

    assert answer.status_code == 422


def test_ten_corrected_errands_cost_what_one_does(desk, errand):
    desk.send(page(errand), corrected(desk, errand, what="Kerran"))
    one = desk.cost(listed(errand))
    for number in range(9):
        more = ErrandFactory(path=errand.path)
        desk.send(page(more), corrected(desk, more, what=f"Toinen {number}"))

    assert desk.cost(listed(errand)) == one
