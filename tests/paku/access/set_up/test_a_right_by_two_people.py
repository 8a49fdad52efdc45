"""A role is asked for by one and given by another; nobody gives themselves anything."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from paku.access.models import Membership, RoleRequest
from paku.access.roles import Role
from tests.factories import TeamFactory, UserFactory, today, worker
from tests.paku.access.set_up.setting_up import a_right, asked, deeds, fresh, page

pytestmark = pytest.mark.django_db
GRANT = {"outcome": "granted"}


@pytest.fixture
def newcomer():
    return UserFactory(name="Uuno Uusi")


def test_the_main_user_asks_and_the_teams_supervisor_gives(desk, supervisor, newcomer, team):
    request = asked(desk, newcomer, team)
    assert not Membership.objects.filter(user=newcomer).exists()

    assert supervisor.send(page("decide-right", request), GRANT).status_code == 303

    given = Membership.objects.get(user=newcomer)
    assert (given.team, given.role, given.since) == (team, Role.INSTRUCTOR, today())
    assert deeds() == ["access.right_asked", "access.right_given"]


def test_the_right_opens_pages_of_a_session_that_began_before(desk, supervisor, newcomer, team):
    theirs = fresh(newcomer)
    request = asked(desk, newcomer, team)

    assert theirs.get("/clients/").status_code == 403
    supervisor.send(page("decide-right", request), GRANT)

    assert theirs.get("/clients/").status_code == 200


def test_a_double_click_gives_once(desk, supervisor, newcomer, team):
    sheet = uuid.uuid4()
    sheets = [desk.send(page("ask-right", newcomer), a_right(team), sheet=sheet) for _ in range(2)]
    request = RoleRequest.objects.get()

    answers = [supervisor.send(page("decide-right", request), GRANT) for _ in range(2)]

    assert [answer.status_code for answer in (*sheets, *answers)] == [303] * 4
    assert Membership.objects.filter(user=newcomer).count() == 1
    assert deeds() == ["access.right_asked", "access.right_given"]


def test_the_one_who_asked_does_not_give_but_may_take_it_back(desk, newcomer, team):
    request = asked(desk, newcomer, team)

    assert desk.send(page("decide-right", request), GRANT).status_code == 403
    assert not Membership.objects.filter(user=newcomer).exists()

    assert desk.send(page("decide-right", request), {"outcome": "withdrawn"}).status_code == 303
    assert desk.send(page("decide-right", request), GRANT).status_code == 409


def test_the_person_concerned_gives_nothing_to_themselves(desk, team, supervisor):
    assert supervisor.send(page("ask-right", supervisor.user), a_right(team)).status_code == 403

    request = asked(desk, supervisor.user, team)
    assert supervisor.send(page("decide-right", request), GRANT).status_code == 403


def test_the_database_holds_the_two_person_rule_without_us(desk, main_user, newcomer, team):
    request = asked(desk, newcomer, team)
    decided = {"outcome": "granted", "decided_at": request.asked_at}

    for giver in (main_user, newcomer):
        with pytest.raises(IntegrityError), transaction.atomic():
            RoleRequest.objects.filter(pk=request.pk).update(decided_by=giver, **decided)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleRequest.objects.filter(pk=request.pk).update(asked_by=newcomer)


def test_a_refusal_stays_to_be_read(desk, supervisor, newcomer, team):
    request = asked(desk, newcomer, team)

    supervisor.send(page("decide-right", request), {"outcome": "refused"})

    assert not Membership.objects.filter(user=newcomer).exists()
    assert RoleRequest.objects.get().decided_by == supervisor.user


def test_a_supervisor_of_another_team_neither_reads_nor_gives(desk, newcomer, team):
    request = asked(desk, newcomer, team)
    other = fresh(worker(Role.SUPERVISOR))

    assert other.get(page("decide-right", request)).status_code == 403
    assert other.send(page("decide-right", request), GRANT).status_code == 403
    assert "Uuno Uusi" not in other.get(page("rights")).content.decode()


@pytest.mark.parametrize("role", [role for role in Role if role not in ("main_user", "supervisor")])
def test_others_have_no_part_in_it(desk, newcomer, team, role):
    request = asked(desk, newcomer, team)
    other = fresh(worker(role, team=team))

    answers = [
        other.get(page("rights")),
        other.send(page("ask-right", newcomer), a_right(team)),
        other.send(page("decide-right", request), GRANT),
        other.send(page("end-right", Membership.objects.get(user=other.user)), {"until": ""}),
    ]

    assert [answer.status_code for answer in answers] == [403] * 4
    assert RoleRequest.objects.get().outcome == ""


def test_the_main_user_gives_what_a_supervisor_asks(desk, supervisor, newcomer, team):
    request = asked(supervisor, newcomer, team)

    assert desk.send(page("decide-right", request), GRANT).status_code == 303
    assert Membership.objects.get(user=newcomer).team == team


def test_nobody_gives_to_an_ended_account(desk, supervisor, newcomer, team):
    request = asked(desk, newcomer, team)
    type(newcomer).objects.filter(pk=newcomer.pk).update(is_active=False)

    assert supervisor.send(page("decide-right", request), GRANT).status_code == 422


def test_the_page_says_who_may_give_it(desk, supervisor, newcomer, team):
    ours, nobodys = asked(desk, newcomer, team), asked(desk, newcomer, TeamFactory())

    assert [u.name for u in desk.get(page("decide-right", ours)).context["givers"]] == [
        "Elsa Esihenkilö"
    ]
    assert not desk.get(page("decide-right", nobodys)).context["givers"]


def test_ten_requests_cost_what_one_costs(desk, newcomer):
    asked(desk, newcomer, TeamFactory())
    one = desk.cost(page("rights"))
    for _ in range(9):
        asked(desk, newcomer, TeamFactory())

    assert desk.cost(page("rights")) == one <= 10
