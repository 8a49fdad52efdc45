"""The register of users and their rights (703/2023 9 §), for the main user; reading it is on the trail."""

from datetime import timedelta

import pytest

from paku.access.roles import Role
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import MembershipFactory, TeamFactory, today, worker

pytestmark = pytest.mark.django_db

SET_UP = "/set-up/"


@pytest.fixture
def desk():
    return Desk().sit(worker(Role.MAIN_USER, name="Pirjo Pääkäyttäjä"))


def test_teams_with_members_roles_and_dates(desk):
    MembershipFactory(
        team=TeamFactory(name="Pohjoinen tiimi"), user__name="Oona Opiskelija", role=Role.STUDENT
    )

    page = desk.get(SET_UP).content.decode()

    assert page.index("Pohjoinen tiimi") < page.index("Oona Opiskelija")
    until = today() + timedelta(days=60)
    assert f"{until.day}.{until.month}.{until.year}" in page


def test_ended_and_coming_rights_stay_in_the_register(desk):
    MembershipFactory(user__name="Entinen", until=today() - timedelta(days=1))
    MembershipFactory(user__name="Tuleva", since=today() + timedelta(days=1))

    page = desk.get(SET_UP).content.decode()

    assert "Entinen" in page
    assert "Tuleva" in page


def test_reading_the_register_is_on_the_trail(desk):
    desk.get(SET_UP)

    assert Entry.objects.get().deed == "access.register_read"


@pytest.mark.parametrize("role", [role for role in Role if role != Role.MAIN_USER])
def test_nobody_else_opens_it(role):
    assert Desk().sit(worker(role)).get(SET_UP).status_code == 403


def test_ten_members_cost_what_one_costs(desk):
    one = desk.cost(SET_UP)
    MembershipFactory.create_batch(9)

    assert desk.cost(SET_UP) == one <= 9
