"""Two people at their desks, either of whom may ask, and the other agree."""

import pytest

from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import worker


@pytest.fixture
def asker(db):
    return Desk().sit(worker(Role.MAIN_USER))


@pytest.fixture
def second(db):
    return Desk().sit(worker(Role.SUPERVISOR))
