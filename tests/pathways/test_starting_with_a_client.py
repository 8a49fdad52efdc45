"""Starting with a new client: look first, then the least form; all of it at once, or nothing."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from clients.models import CareRelationship, Client
from clients.models.contact import ContactPoint
from network.models import Member, Step
from paku.access.roles import Role
from paku.audit.models import Entry
from pathways.actions.starting import FirstStep, start
from pathways.models import Pathway
from pathways.models.stage import Stage
from tests.desk import Desk
from tests.factories import (
    MembershipFactory,
    TeamFactory,
    today,
    worker,
)
from tests.paku.kit.bad_inputs import is_refused, of
from tests.pathways.starting import NEW, in_a_week, least_sheet, look, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def ohjaaja():
    return worker(name="Outi Ohjaaja")


@pytest.fixture
def desk(ohjaaja):
    return Desk().sit(ohjaaja)


@pytest.fixture
def team(ohjaaja):
    return ohjaaja.rights[0].team


@pytest.fixture
def sheet(ohjaaja):
    return least_sheet(ohjaaja)


def test_a_nickname_is_enough(desk, ohjaaja, team, sheet):
    response = desk.send(NEW, sheet)

    path = Pathway.objects.get()
    assert (response.status_code, response.headers["Location"]) == (
        303,
        f"/clients/{path.client.ref}/",
    )
    assert (path.client.name, path.stage, path.care.team, path.care.own_worker) == (
        "Masa",
        Stage.OUTREACH,
        team,
        ohjaaja,
    )
    assert [move.stage for move in path.moves.all()] == [Stage.OUTREACH]
    assert desk.get(response.headers["Location"]).status_code == 200


def test_everything_told_is_kept(desk, team, sheet):
    pair = worker(team=team)
    told = {
        "last_name": "Mäki",
        "first_names": "Matti Olavi",
        "born_on": "5.3.1980",
        "phone": "040 123 4567",
        "stage": "early_support",
        "how_began": "Seurakunta soitti",
        "pair": f"{team.ref}/{pair.ref}",
        "what": "Käydä Kelassa",
        "due_on": in_a_week(),
    }

    desk.send(NEW, {**sheet, **told})

    path = Pathway.objects.get()
    step = Step.objects.get()
    assert (path.client.name, path.client.born_on, path.how_began) == (
        "Mäki Matti Olavi",
        date(1980, 3, 5),
        "Seurakunta soitti",
    )
    assert ContactPoint.objects.get().value == "+358401234567"
    assert {member.user for member in Member.objects.of(path.client)} == {desk.user, pair}
    assert Client.objects.opened_by(pair).get() == path.client
    assert (step.what, step.doer.user, step.due_on) == (
        "Käydä Kelassa",
        desk.user,
        today() + timedelta(days=7),
    )


def test_the_first_step_may_be_the_clients_own(desk, sheet):
    desk.send(NEW, {**sheet, "what": "Soittaa siskolle", "due_on": in_a_week(), "doer": "client"})

    assert (Step.objects.get().doer, Step.objects.get().doer_name) == (None, "Masa")


def test_each_deed_is_on_the_trail(desk, sheet):
    desk.send(NEW, {**sheet, "what": "Soitto", "due_on": in_a_week()})

    deeds = set(Entry.objects.values_list("deed", flat=True))
    assert {
        "clients.created",
        "clients.care_begun",
        "pathways.opened",
        "network.member_added",
        "network.step_agreed",
    } <= deeds


def test_a_colleague_may_become_own_worker_and_the_maker_returns_to_the_list(desk, team, sheet):
    colleague = worker(team=team)

    response = desk.send(NEW, {**sheet, "own_worker": f"{team.ref}/{colleague.ref}"})

    assert CareRelationship.objects.get().own_worker == colleague
    assert response.headers["Location"] == "/clients/"
    assert "Masa" in text(desk.get("/clients/?who=team"))


def test_only_workers_of_the_own_team_who_stay_are_offered(desk, team, sheet):
    strangers = [
        worker(),
        worker(Role.STUDENT, team=team),
        worker(Role.NEAR_WORKER, team=team),
        worker(Role.SUPERVISOR, team=team),
    ]
    gone = worker(team=team, is_active=False)
    offered = text(look(desk, nickname="Masa"))

    for other in [*strangers, gone]:
        key = f"{team.ref}/{other.ref}"
        assert str(other.ref) not in offered
        assert desk.send(NEW, {**sheet, "own_worker": key}).status_code == 422
        assert desk.send(NEW, {**sheet, "pair": key}).status_code == 422
    assert not Client.objects.exists()


def test_somebody_in_two_teams_starts_in_either(ohjaaja, desk, sheet):
    second = MembershipFactory(user=ohjaaja, team=TeamFactory()).team

    desk.send(NEW, {**sheet, "own_worker": f"{second.ref}/{ohjaaja.ref}"})

    assert CareRelationship.objects.get().team == second


def test_the_same_sheet_sent_twice_makes_one_client(desk, sheet):
    number = uuid.uuid4()

    answers = [desk.send(NEW, sheet, sheet=number) for _again in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert Client.objects.count() == 1


def test_half_a_sheet_saves_nothing(desk, sheet):
    assert desk.post(NEW, sheet).status_code == 422
    assert not Client.objects.exists()


def test_when_the_last_deed_breaks_nothing_is_left(ohjaaja, team):
    undated = FirstStep("Soitto", None, by_client=False)

    with pytest.raises(IntegrityError), transaction.atomic():
        start(
            person={"nickname": "Masa"},
            team=team,
            own_worker=ohjaaja,
            stage=Stage.OUTREACH,
            matter="Asia",
            on=today(),
            by=ohjaaja,
            first=undated,
        )

    assert not Client.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"nickname": ""}, "nickname"),
        ({"born_on": "31.2.1980"}, "born_on"),
        ({"born_on": "1.1.2030"}, "born_on"),
        ({"phone": "12"}, "phone"),
        ({"what": "Soittaa"}, "due_on"),
        ({"due_on": "1.1.2035"}, "what"),
        ({"what": "Soittaa", "due_on": "1.1.2020"}, "due_on"),
        ({"stage": "tapering"}, "stage"),
        ({"matter": " "}, "matter"),
        ({"municipality": "99999999999999999999"}, "municipality"),
        ({"village": "x"}, "village"),
    ],
)
def test_an_error_stands_by_its_field_and_everything_typed_stays(desk, sheet, wrong, field):
    response = desk.send(NEW, {**sheet, "how_began": "Naapuri kertoi", **wrong})

    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert "Naapuri kertoi" in text(response)
    assert not Client.objects.exists()


def test_the_pair_is_somebody_else(desk, sheet):
    assert "pair" in desk.send(NEW, {**sheet, "pair": sheet["own_worker"]}).context["form"].errors


@pytest.mark.parametrize(("typed", "expected"), of("person_name"))
def test_a_name_is_kept_or_refused_by_its_field(desk, sheet, typed, expected):
    response = desk.send(NEW, {**sheet, "nickname": "", "last_name": typed})

    assert response.status_code == (422 if is_refused(expected) else 303)


@pytest.mark.parametrize(
    "role", [Role.SUPERVISOR, Role.NEAR_WORKER, Role.STUDENT, Role.MAIN_USER, Role.PRIVACY_OFFICER]
)
def test_only_instructors_and_social_workers_start(role):
    assert Desk().sit(worker(role)).get(NEW).status_code == 403
