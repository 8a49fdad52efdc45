"""A file that was closed more than ten years ago, and the two who approve."""

import pytest

from paku.access.roles import Role
from tests.factories import (
    AlertFactory,
    MemberFactory,
    OwnWordsFactory,
    PathBreakFactory,
    StepFactory,
    VisitFactory,
    ended,
    worker,
)


@pytest.fixture
def two(path):
    return worker(Role.SUPERVISOR, team=path.care.team), worker(Role.PRIVACY_OFFICER)


@pytest.fixture
def due(path):
    """A whole file, closed more than ten years ago."""
    VisitFactory(path=path)
    StepFactory(client=path.client)
    OwnWordsFactory(client=path.client)
    AlertFactory(client=path.client)
    PathBreakFactory(path=path)
    MemberFactory(client=path.client)
    return ended(path)
