"""Whoever can be the second person is told at once where they land, and no longer than it waits."""

import pytest

from paku.access.models import AccountReturn
from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import MembershipFactory, TeamFactory, UserFactory, worker
from tests.paku.access.set_up.setting_up import asked, fresh, page

pytestmark = pytest.mark.django_db
LOOK = '<div class="alert tone-info">'


def told(desk, where):
    """How many wait, as the page counts them; without any there is no notice."""
    answer = desk.get(where)
    number = answer.context["number_waiting"]
    main = answer.content.decode().partition("<main")[2]
    assert (LOOK in main) == bool(number)
    assert not number or '<a href="/set-up/rights/">' in main.partition(LOOK)[2]
    return number


def test_a_supervisor_is_told_until_it_is_decided(desk, supervisor, team):
    request = asked(desk, UserFactory(), team)
    assert told(supervisor, "/caseload/") == 1

    supervisor.send(page("decide-right", request), {"outcome": "refused"})

    assert told(supervisor, "/caseload/") == 0


def test_a_main_user_is_told_of_what_a_supervisor_asks(desk, supervisor, team):
    asked(supervisor, UserFactory(), team)

    assert (told(desk, "/set-up/"), told(supervisor, "/caseload/")) == (1, 0)


def test_the_one_who_asked_and_the_person_concerned_are_not_told(desk, supervisor, team):
    asked(desk, supervisor.user, team, right="social_worker/broad")

    assert (told(desk, "/set-up/"), told(supervisor, "/caseload/")) == (0, 0)


def test_nobody_is_told_of_another_teams(desk, supervisor):
    asked(desk, UserFactory(), TeamFactory())

    assert told(supervisor, "/caseload/") == 0


def test_a_supervisor_who_also_works_is_told_on_their_day(desk, team):
    both = worker(Role.SUPERVISOR, team=team)
    MembershipFactory(user=both, team=team)
    asked(desk, UserFactory(), team)

    assert told(fresh(both), "/") == 1
    assert told(Desk().sit(worker(team=team)), "/") == 0


def test_an_ended_account_waits_for_main_users_only(desk, supervisor):
    desk.send(page("take-back", UserFactory(is_active=False)), {})
    second = fresh(worker(Role.MAIN_USER))

    assert (told(second, "/set-up/"), told(desk, "/set-up/")) == (1, 0)
    assert told(supervisor, "/caseload/") == 0

    second.send(page("decide-return", AccountReturn.objects.get()), {"outcome": "refused"})
    assert told(second, "/set-up/") == 0
