"""A main user and a team's supervisor who have just shown who they are, and an instructor of the team."""

import pytest

from paku.access.roles import Role
from tests.factories import TeamFactory, worker
from tests.paku.access.set_up.setting_up import fresh


@pytest.fixture
def team():
    return TeamFactory(name="Pohjoinen tiimi")


@pytest.fixture
def instructor(team):
    return worker(team=team, name="Oiva Ohjaaja")


@pytest.fixture
def main_user():
    return worker(Role.MAIN_USER, name="Pirjo Pääkäyttäjä")


@pytest.fixture
def desk(main_user):
    return fresh(main_user)


@pytest.fixture
def supervisor(team):
    return fresh(worker(Role.SUPERVISOR, team=team, name="Elsa Esihenkilö"))
