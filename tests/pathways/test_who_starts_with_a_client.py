"""Nobody starts without an own worker: who may start, and who may be chosen."""

import pytest

from clients.models import CareRelationship, Client
from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import MembershipFactory, TeamFactory, worker
from tests.pathways.lists import text
from tests.pathways.starting import NEW, WHO, look

pytestmark = pytest.mark.django_db


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

    assert str(desk.user.ref) in offered
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


def test_the_pair_is_somebody_else(desk, sheet):
    response = desk.send(NEW, {**sheet, "pair": sheet["own_worker"]})

    assert (response.status_code, list(response.context["form"].errors)) == (422, ["pair"])
    assert not Client.objects.exists()


@pytest.mark.parametrize(
    "role", [Role.NEAR_WORKER, Role.STUDENT, Role.MAIN_USER, Role.PRIVACY_OFFICER]
)
def test_these_do_not_start(role):
    seat = Desk().sit(worker(role))

    assert seat.get(NEW).status_code == 403
    assert seat.send(NEW, WHO).status_code == 403
