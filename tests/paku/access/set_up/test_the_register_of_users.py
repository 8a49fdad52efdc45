"""The register of users and their rights (703/2023 9 §), for the main user; reading it is on the trail."""

from datetime import timedelta

import pytest

from paku.access.roles import Role
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import MembershipFactory, TeamFactory, UserFactory, today, worker

pytestmark = pytest.mark.django_db

SET_UP = "/set-up/"


def names(answer):
    return [user.name for user in answer.context["users"]]


def test_everybody_with_roles_teams_and_days(desk):
    MembershipFactory(
        team=TeamFactory(name="Itäinen"), user__name="Oona Opiskelija", role=Role.STUDENT
    )

    text = desk.get(SET_UP).content.decode()

    until = today() + timedelta(days=60)
    assert text.index("Oona Opiskelija") < text.rindex("Itäinen")
    assert f"{until.day}.{until.month}.{until.year}" in text


def test_ended_and_coming_rights_stay_in_the_register(desk):
    MembershipFactory(user__name="Entinen", until=today() - timedelta(days=1))
    MembershipFactory(user__name="Tuleva", since=today() + timedelta(days=1))

    assert {"Entinen", "Tuleva"} <= set(names(desk.get(SET_UP)))
    assert names(desk.get(f"{SET_UP}?state=roleless")) == ["Entinen", "Tuleva"]


def test_narrowed_by_team_and_by_state(desk, instructor, team):
    gone = UserFactory(is_active=False)
    MembershipFactory(user=gone, team=team, until=today())

    assert names(desk.get(f"{SET_UP}?team={team.ref}")) == [instructor.name]
    assert names(desk.get(f"{SET_UP}?state=ended&team={team.ref}")) == [gone.name]


def test_a_name_is_looked_for_by_post_and_any_sign_is_a_letter(desk, instructor):
    assert names(desk.post(SET_UP, {"q": "oiva"})) == [instructor.name]
    assert names(desk.post(SET_UP, {"q": instructor.username})) == [instructor.name]
    assert names(desk.post(SET_UP, {"q": "%_"})) == []
    assert desk.post(SET_UP, {"q": ""}).status_code == 422


def test_pages_of_twenty_five_in_finnish_order_lose_nobody(desk):
    for number in range(30):
        worker(name=f"Äijä {number:02}")

    first = desk.get(SET_UP)
    rest = desk.get(SET_UP + first.context["older_url"])

    assert names(first)[0] == "Pirjo Pääkäyttäjä"
    assert len(set(names(first)) | set(names(rest))) == 31


@pytest.mark.parametrize("query", ["?team=x", "?state=all", "?after=%00", "?team=1&team=2"])
def test_a_broken_address_shows_everybody(desk, query):
    assert desk.get(SET_UP + query).status_code in (200, 400)


def test_reading_the_register_is_on_the_trail(desk):
    desk.get(SET_UP)

    assert Entry.objects.get().deed == "access.register_read"


@pytest.mark.parametrize("role", [role for role in Role if role != Role.MAIN_USER])
def test_nobody_else_opens_it(role):
    assert Desk().sit(worker(role)).get(SET_UP).status_code == 403


def test_ten_members_cost_what_one_costs(desk):
    MembershipFactory()
    one = desk.cost(SET_UP)
    MembershipFactory.create_batch(9)

    assert desk.cost(SET_UP) == one <= 9
