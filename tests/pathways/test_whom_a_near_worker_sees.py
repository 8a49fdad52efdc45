"""Partners and close persons on a near-worker's page: those whom the client lets everybody know of, and no others."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError, transaction

from paku.kit.context import enter
from tests.desk import Desk, as_the_test
from tests.pathways.near_workers import CLOSE_NUMBER, beside

pytestmark = pytest.mark.django_db


@pytest.fixture
def there():
    return beside()


@pytest.fixture
def desk(there):
    return Desk().sit(there.near)


def text(answer):
    return answer.content.decode()


def given_to(user, there):
    """Whom the database gives, with no page in between."""
    enter(user.pk)
    names = set(there.path.client.members.exclude(kind="worker").values_list("name", flat=True))
    as_the_test()
    return names


def test_partners_and_close_persons_are_told_as_the_client_lets_everybody_know(desk, there):
    page = text(desk.get(there.page))

    assert "Dora Diakoni" in page
    assert "Veli Vierellä" in page
    assert CLOSE_NUMBER not in page
    assert given_to(there.near, there) == {"Dora Diakoni", "Veli Vierellä"}


def test_the_database_lets_a_near_worker_change_nobody(there):
    enter(there.near.pk)
    with pytest.raises(ProgrammingError), transaction.atomic():
        there.path.client.members.filter(name="Dora Diakoni").update(role="muu")
    as_the_test()


def test_of_a_protected_person_the_database_gives_a_near_worker_no_close_ones():
    there = beside(is_protected=True)

    assert given_to(there.near, there) == {"Dora Diakoni"}
    assert "Veli Vierellä" not in text(Desk().sit(there.near).get(there.page))
