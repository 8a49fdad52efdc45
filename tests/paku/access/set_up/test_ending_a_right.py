"""One person is enough to end a right, and the next request knows it."""

import uuid
from datetime import timedelta

import pytest

from paku.access.models import Membership
from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import MembershipFactory, PathFactory, today, worker
from tests.paku.access.set_up.setting_up import deeds, fresh, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def right(instructor):
    return Membership.objects.get(user=instructor)


@pytest.mark.parametrize("who", ["desk", "supervisor"])
def test_at_once_means_the_next_page_of_the_same_session(request, who, right, instructor, team):
    path = PathFactory(care__own_worker=instructor, care__team=team)
    theirs = Desk().sit(instructor)
    assert theirs.get(f"/clients/{path.client.ref}/").status_code == 200

    answer = request.getfixturevalue(who).send(page("end-right", right), {"until": ""})

    assert answer.status_code == 303
    assert theirs.get(f"/clients/{path.client.ref}/").status_code in (403, 404)
    assert deeds()[-1] == "access.right_ended"


def test_a_last_day_still_to_come(desk, right):
    last = today() + timedelta(days=3)

    desk.send(page("end-right", right), {"until": last.isoformat()})

    assert Membership.objects.get(pk=right.pk).until == last


def test_a_right_that_began_today_is_gone_and_the_trail_tells_of_it(desk, team):
    right = MembershipFactory(team=team, since=today())

    assert desk.send(page("end-right", right), {"until": ""}).status_code == 303

    assert not Membership.objects.filter(pk=right.pk).exists()
    assert deeds() == ["access.right_ended"]


@pytest.mark.parametrize("day", [today() - timedelta(days=1), "31.2.2027", "ensi viikolla"])
def test_a_day_that_cannot_be_comes_back(desk, right, day):
    assert desk.send(page("end-right", right), {"until": str(day)}).status_code == 422
    assert Membership.objects.get(pk=right.pk).until is None


def test_the_end_is_not_a_way_to_a_longer_right(desk, team):
    right = MembershipFactory(team=team, until=today() + timedelta(days=3))

    later = (today() + timedelta(days=4)).isoformat()
    assert desk.send(page("end-right", right), {"until": later}).status_code == 422


def test_another_teams_supervisor_ends_nothing(right):
    other = fresh(worker(Role.SUPERVISOR))

    assert other.send(page("end-right", right), {"until": ""}).status_code == 403
    assert Membership.objects.get(pk=right.pk).until is None


@pytest.mark.parametrize("who", ["desk", "supervisor"])
def test_nobody_is_left_without_a_main_user_or_supervisor_by_a_slip_of_the_own_hand(request, who):
    desk = request.getfixturevalue(who)
    own = Membership.objects.get(user=desk.user)

    assert desk.send(page("end-right", own), {"until": ""}).status_code == 403
    assert Membership.objects.get(pk=own.pk).until is None


def test_a_right_that_is_over_or_never_was_is_not_found(desk, team):
    over = MembershipFactory(team=team, until=today() - timedelta(days=1))

    assert desk.get(page("end-right", over)).status_code == 404
    assert desk.get(f"/set-up/rights/{uuid.uuid4()}/end/").status_code == 404
