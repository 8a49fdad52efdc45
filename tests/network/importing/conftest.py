"""Two who look after the directory: one brings a file, the other confirms it. Sentences are asserted in English."""

import pytest

from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import worker


@pytest.fixture
def bringer():
    return Desk().sit(worker(Role.MAIN_USER, language="en"))


@pytest.fixture
def second():
    return Desk().sit(worker(Role.SUPERVISOR, language="en"))
