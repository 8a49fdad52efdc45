"""An own worker and a near-worker at their desks, who walk beside the same person."""

import pytest

from tests.desk import Desk
from tests.factories import PairFactory
from tests.pathways.near_workers import beside


@pytest.fixture
def there():
    return beside()


@pytest.fixture
def pair(there):
    return PairFactory(path=there.path, partner=there.near)


@pytest.fixture
def own(there):
    return Desk().sit(there.path.care.own_worker)


@pytest.fixture
def near(there):
    return Desk().sit(there.near)
