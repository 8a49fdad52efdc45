"""Whom the tests of the trail's pages speak of."""

import pytest

from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import ClientFactory, worker


@pytest.fixture
def officer():
    """The privacy officer at work."""
    return Desk().sit(worker(Role.PRIVACY_OFFICER, name="Tiina Tietosuoja"))


@pytest.fixture
def aino():
    """A client without a care relationship: only the trail can tell of her."""
    return ClientFactory(first_names="Aino", last_name="Katajisto")


@pytest.fixture
def esihenkilo(team):
    return Desk().sit(worker(Role.SUPERVISOR, team=team, name="Esa Esihenkilö"))


@pytest.fixture
def cousin(team):
    return worker(team=team, name="Serkku Serkkula")
