"""What may be asked for: pairs that fit, days and teams that can be, nothing twice, and what comes instead of what."""

import uuid
from datetime import timedelta

import pytest

from paku.access.models import Membership, RoleRequest
from paku.access.roles import May, Role
from paku.access.task_classes import FITTING
from tests.factories import MembershipFactory, TeamFactory, UserFactory, today
from tests.paku.access.set_up.setting_up import a_right, asked, page

pytestmark = pytest.mark.django_db
GRANT = {"outcome": "granted"}


@pytest.fixture
def newcomer():
    return UserFactory(name="Uuno Uusi")


def test_a_supervisor_asks_for_the_own_team_and_its_work_only(supervisor, newcomer, team):
    choices = supervisor.get(page("ask-right", newcomer)).context["form"]["right"].field.choices
    assert {code.partition("/")[0] for code, _ in choices} == {
        "instructor", "social_worker", "near_worker", "student",
    }  # fmt: skip

    for wrong in ({"right": "main_user/administrative"}, {"team": TeamFactory().ref}):
        answer = supervisor.send(page("ask-right", newcomer), {**a_right(team), **wrong})
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, list(wrong))


def test_every_offered_pair_fits_and_no_other_is_taken(desk, newcomer, team):
    choices = desk.get(page("ask-right", newcomer)).context["form"]["right"].field.choices

    assert len(choices) == sum(map(len, FITTING.values()))
    for wrong in ("near_worker/broad", "student/arranging", "instructor/broad", "", "x/y"):
        answer = desk.send(page("ask-right", newcomer), a_right(team, right=wrong))
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["right"])


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("since", {"since": (today() - timedelta(days=1)).isoformat()}),
        ("since", {"since": "eilen"}),
        ("since", {"since": ""}),
        ("until", {"until": (today() - timedelta(days=1)).isoformat()}),
        ("until", {"right": "student/student"}),
        ("team", {"team": uuid.uuid4()}),
        ("team", {"team": "x"}),
    ],
)
def test_days_and_teams_that_cannot_be(desk, newcomer, team, field, wrong):
    answer = desk.send(page("ask-right", newcomer), {**a_right(team), **wrong})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not RoleRequest.objects.exists()


def test_the_same_role_is_not_asked_for_twice(desk, supervisor, newcomer, team):
    asked(desk, newcomer, team)

    assert supervisor.send(page("ask-right", newcomer), a_right(team)).status_code == 422
    assert RoleRequest.objects.count() == 1


def test_another_class_of_the_same_role_comes_instead_of_the_earlier(
    desk, supervisor, instructor, team
):
    earlier = Membership.objects.get(user=instructor)
    sheet = a_right(team, right="instructor/providing")
    assert desk.send(page("ask-right", instructor), sheet).status_code == 422  # has the role

    address = f"{page('ask-right', instructor)}?instead={earlier.ref}"
    assert desk.send(address, sheet).status_code == 303
    supervisor.send(page("decide-right", RoleRequest.objects.get()), GRANT)

    classes = [m.task_class for m in Membership.objects.filter(user=instructor).on(today())]
    assert classes == ["providing"]
    assert Membership.objects.get(pk=earlier.pk).until == today() - timedelta(days=1)


def test_what_has_ended_already_does_not_come_back_by_being_replaced(
    desk, supervisor, instructor, team
):
    earlier = Membership.objects.get(user=instructor)
    later = (today() + timedelta(days=30)).isoformat()
    address = f"{page('ask-right', instructor)}?instead={earlier.ref}"
    desk.send(address, a_right(team, right="social_worker/broad", since=later))
    desk.send(page("end-right", earlier), {"until": ""})

    supervisor.send(page("decide-right", RoleRequest.objects.get()), GRANT)

    assert Membership.objects.get(pk=earlier.pk).until == today() - timedelta(days=1)
    assert not Membership.objects.filter(user=instructor).on(today()).exists()


def test_a_longer_right_needs_two_as_well(desk, supervisor, team):
    ends = today() + timedelta(days=5)
    right = MembershipFactory(team=team, role=Role.STUDENT, task_class="student", until=ends)
    later = (ends + timedelta(days=30)).isoformat()

    for wrong in ("", ends.isoformat(), "huomenna"):
        assert desk.send(page("lengthen-right", right), {"until": wrong}).status_code == 422
    assert desk.send(page("lengthen-right", right), {"until": later}).status_code == 303
    assert Membership.objects.get(pk=right.pk).until == ends

    supervisor.send(page("decide-right", RoleRequest.objects.get()), GRANT)
    assert Membership.objects.get(pk=right.pk).until.isoformat() == later


def test_a_right_that_has_ended_in_between_is_not_lengthened(desk, supervisor, team):
    right = MembershipFactory(team=team, until=today() + timedelta(days=5))
    desk.send(page("lengthen-right", right), {"until": ""})
    supervisor.send(page("end-right", right), {"until": ""})

    answer = supervisor.send(page("decide-right", RoleRequest.objects.get()), GRANT)

    assert answer.status_code == 422
    assert not right.user.may(May.READ_CLIENT)
