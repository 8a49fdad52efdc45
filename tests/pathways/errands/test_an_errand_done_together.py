"""An errand together (S16): what was done where and by which mandate; the days that follow are steps of somebody's."""

from __future__ import annotations

import uuid

import pytest
from django.urls import reverse
from django.utils.translation import gettext

from clients.models import Municipality
from network.models import Member, Step
from pathways.models import Errand, VisitKind
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    ErrandFactory,
    MemberFactory,
    PathFactory,
    StepFactory,
    VisitFactory,
    today,
    worker,
)
from tests.pathways.lists import days, shown, text

pytestmark = pytest.mark.django_db


def sheet(path, **query):
    address = reverse("pathways:new-errand", args=[path.ref])
    return f"{address}?visit={query['visit'].ref}" if query else address


def list_of(path):
    return reverse("pathways:errands", args=[path.client.ref])


def told(**fields):
    return {"what": "Haettiin yleistä asumistukea", "actor": "", "actor_words": "Kela", "channel": "pop_up",
            "mandate": "present", "place": "m-601", "beside": "", "on": today().isoformat(), "expected_on": "",
            "appeal_until": "", "doer": "client", **fields}  # fmt: skip


def test_what_was_done_is_all_that_is_asked(desk, path):
    form = desk.get(sheet(path)).context["form"]
    filled = {name: form[name].value() for name in ("channel", "mandate", "on")}

    assert filled == {"channel": "there", "mandate": "present", "on": shown(today())}
    assert desk.send(sheet(path), {"what": "Käytiin pankissa", **filled}).status_code == 303
    assert Errand.objects.get().path == path


def test_the_button_stands_on_the_persons_page(desk, path):
    assert sheet(path) in text(desk.get(reverse("pathways:client", args=[path.client.ref])))


def test_the_days_become_steps_in_the_same_deed(desk, path):
    sent = told(expected_on=days(20).isoformat(), appeal_until=days(30).isoformat())

    assert desk.send(sheet(path), sent).status_code == 303

    made = Errand.objects.get()
    assert (made.expected.due_on, made.appeal.due_on) == (days(20), days(30))
    assert {step.client for step in Step.objects.all()} == {path.client}
    assert made.municipality == Municipality.objects.get(code="601")
    assert shown(days(20)) in text(desk.get(list_of(path)))


def test_somebody_of_the_network_minds_the_days(desk, path):
    own = Member.objects.filter(client=path.client, user=desk.user).first() or MemberFactory(
        client=path.client, user=desk.user, kind="worker"
    )
    stranger = MemberFactory()

    refused = desk.send(sheet(path), told(expected_on=days(3).isoformat(), doer=str(stranger.ref)))
    assert list(refused.context["form"].errors) == ["doer"]
    assert not Errand.objects.exists()
    assert not Step.objects.exists()

    desk.send(sheet(path), told(expected_on=days(3).isoformat(), doer=str(own.ref)))
    assert Errand.objects.get().expected.doer == own


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("what", "   "), ("on", "31.2.2026"), ("mandate", "bought"), ("channel", "owl"), ("doer", ""),
        ("expected_on", "1.1.2020"), ("appeal_until", "1.1.2020"), ("place", "m-000"), ("actor", "s-1"),
    ],
)  # fmt: skip
def test_what_cannot_be_so_is_asked_again_with_all_that_was_typed(desk, path, field, value):
    sent = told(**{"expected_on": days(5).isoformat(), field: value})

    answer = desk.send(sheet(path), sent)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert answer.context["form"]["actor_words"].value() == "Kela"
    assert not Errand.objects.exists()
    assert not Step.objects.exists()


def test_what_is_still_ahead_is_a_step_and_no_errand(desk, path):
    answer = desk.send(sheet(path), told(on=days(1).isoformat()))

    assert list(answer.context["form"].errors) == ["on"]


def test_of_a_person_with_turvakielto_no_place_is_written_down(desk, path):
    path.client.is_protected = True
    path.client.save(update_fields=["is_protected"])

    assert "place" not in desk.get(sheet(path)).context["form"].fields
    assert desk.send(sheet(path), told()).status_code == 303
    assert Errand.objects.get().municipality is None


def test_from_a_visit_the_errand_is_linked_to_it(desk, path):
    visit = VisitFactory(
        path=path, worker=desk.user, kind=VisitKind.objects.get(code="errand"), on=days(-2)
    )
    page = text(desk.get(visit.get_absolute_url()))
    assert f"{sheet(path)}?visit={visit.ref}" in page

    assert desk.get(sheet(path, visit=visit)).context["form"]["on"].value() == shown(days(-2))
    desk.send(sheet(path, visit=visit), told())

    assert Errand.objects.get().visit == visit
    assert "Haettiin yleistä asumistukea" in text(desk.get(visit.get_absolute_url()))


def test_a_visit_of_another_path_is_not_linked(desk, path):
    desk.send(sheet(path, visit=VisitFactory()), told())

    assert Errand.objects.get().visit is None


def test_a_day_that_somebody_hidden_minds_is_not_told_as_the_clients(path):
    hidden = MemberFactory(client=path.client, name="Turva Kriisi", visibility="own_worker")
    ErrandFactory(path=path, expected=StepFactory(client=path.client, doer=hidden))
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)

    page = text(pair.get(list_of(path)))

    assert (gettext("somebody close by") in page, "Turva Kriisi" in page) == (True, False)


def test_a_double_click_writes_one(desk, path):
    sent, number = told(expected_on=days(5).isoformat()), uuid.uuid4()

    for _ in range(2):
        assert desk.send(sheet(path), sent, sheet=number).status_code == 303

    assert (Errand.objects.count(), Step.objects.count()) == (1, 1)


def test_nothing_is_written_down_on_a_path_that_has_ended(desk, ohjaaja, team):
    ended = PathFactory(
        care__own_worker=ohjaaja, care__team=team, ended_on=today(), ending="coping"
    )

    assert desk.send(sheet(ended), told()).status_code == 422
    assert not Errand.objects.exists()


def test_a_stranger_cannot_tell_that_the_client_exists(path):
    errand = ErrandFactory(path=path)
    stranger = Desk().sit(worker())

    for address in (list_of(path), sheet(path), errand.get_absolute_url()):
        nobody = address.replace(str(path.client.ref), str(uuid.uuid4())).replace(
            str(path.ref), str(uuid.uuid4())
        )
        nobody = nobody.replace(str(errand.ref), str(uuid.uuid4()))
        assert stranger.get(address).status_code == 404
        assert stranger.get(address).content == stranger.get(nobody).content


def test_ten_errands_cost_what_one_does(desk, path):
    ErrandFactory(path=path, waiting=True)
    one = desk.cost(list_of(path))

    ErrandFactory.create_batch(9, path=path, waiting=True)

    assert desk.cost(list_of(path)) == one
