"""Mari Virtanen has two files, and somebody who leads both own workers."""

import pytest

from tests.clients.merging.two_files import file_of, supervisor


@pytest.fixture
def this(team):
    return file_of(team, last_name="Virtanen", first_names="Mari")


@pytest.fixture
def other(team):
    return file_of(team, last_name="Virtanen", first_names="Marie")


@pytest.fixture
def esa(team):
    return supervisor(team)
