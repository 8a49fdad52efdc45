"""Rights come from memberships that are live today, and from nothing else."""

from datetime import timedelta

import pytest

from paku.access.rights import ROLES
from paku.access.roles import LISTS_WHOLE_TEAM, May, Role
from tests.factories import MembershipFactory, UserFactory, today, worker

pytestmark = pytest.mark.django_db

NO_FILES = {Role.PRIVACY_OFFICER, Role.MAIN_USER}


def test_every_role_is_on_the_page_of_rights():
    assert set(ROLES) == set(Role)


@pytest.mark.parametrize("role", Role)
def test_a_role_gives_its_rights_and_no_others(role):
    user = worker(role)

    assert {right for right in May if user.may(right)} == ROLES[role]


@pytest.mark.parametrize("role", NO_FILES)
def test_these_open_no_files(role):
    assert not ROLES[role] & {May.READ_CLIENT, May.LOG_VISIT, May.MAKE_PAPER, May.MOVE_PATH}


def test_the_trail_and_the_files_are_never_in_the_same_hands():
    assert [role for role in Role if {May.READ_TRAIL, May.READ_CLIENT} <= ROLES[role]] == []


def test_a_student_and_a_near_worker_make_no_papers_and_list_no_teams():
    for role in (Role.STUDENT, Role.NEAR_WORKER):
        assert May.MAKE_PAPER not in ROLES[role]
        assert role not in LISTS_WHOLE_TEAM


@pytest.mark.parametrize(
    ("since", "until", "live"),
    [(-10, None, True), (0, 0, True), (-10, -1, False), (1, None, False)],
)
def test_a_right_holds_from_its_first_day_to_its_last(since, until, live):
    user = UserFactory()
    MembershipFactory(
        user=user,
        since=today() + timedelta(days=since),
        until=None if until is None else today() + timedelta(days=until),
    )

    assert user.may(May.READ_CLIENT) is live


def test_two_memberships_add_up_each_in_its_own_team():
    user = worker(Role.SUPERVISOR)
    other = MembershipFactory(user=user, role=Role.INSTRUCTOR)

    assert user.may(May.REVIEW_CASELOAD)
    assert user.teams_where(May.MOVE_PATH) == [other.team_id]


def test_without_a_role_nothing_opens():
    assert not any(UserFactory().may(right) for right in May)
