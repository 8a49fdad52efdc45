"""Whom a search may find at all: the same rule as every list."""

from datetime import date, timedelta

import pytest

from clients.models.contact import ContactKind, ContactPoint
from paku.access.roles import Role
from tests.clients.searching import found, known
from tests.factories import (
    AssignmentFactory,
    CareFactory,
    ClientFactory,
    SubstituteFactory,
    today,
    worker,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["Salainen", "Salanen", "040 123 4567", "5.3.1980"])
def test_another_teams_client_is_never_found(typed):
    client = known(worker().rights[0].team, "Salainen", "Hilla", born_on=date(1980, 3, 5))
    ContactPoint.objects.create(client=client, kind=ContactKind.PHONE, value="+358401234567")

    assert found(worker(), typed) == []


def test_named_workers_find_only_the_clients_named_to_them(team):
    care = CareFactory(team=team, client=ClientFactory(last_name="Nimetty"))
    known(team, "Nimetön")
    near = AssignmentFactory(care=care, near_worker=True).worker
    student = AssignmentFactory(care=care, student=True, until=today()).worker

    assert [len(found(user, "nime")) for user in (near, student)] == [1, 1]


def test_days_of_a_named_worker_and_of_a_substitute_are_kept():
    over = today() - timedelta(days=1)
    care = CareFactory(client=ClientFactory(last_name="Päivätty"))
    early = AssignmentFactory(care=care, worker=worker(), until=over).worker
    now = SubstituteFactory(care=care, worker=worker(), until=today()).worker
    late = SubstituteFactory(care=care, worker=worker(), since=today() + timedelta(days=1)).worker

    assert [len(found(user, "päivätty")) for user in (early, now, late)] == [0, 1, 0]


def test_an_ended_care_relationship_is_not_found(ohjaaja, team):
    """But for the year of the return ticket (decision 0031)."""
    long_ago, lately = today() - timedelta(days=400), today() - timedelta(days=300)
    began = today() - timedelta(days=700)
    for name, ended_on in (("Lähtenyt", long_ago), ("Palaava", lately)):
        person = ClientFactory(last_name=name)
        CareFactory(team=team, client=person, started_on=began, ended_on=ended_on)

    assert found(ohjaaja, "Lähtenyt") == []
    assert len(found(ohjaaja, "Palaava")) == 1


def test_those_without_clients_find_nobody(team):
    known(team, "Korhonen")

    assert [
        found(worker(role, team=team), "Korhonen")
        for role in (Role.MAIN_USER, Role.PRIVACY_OFFICER)
    ] == [[], []]
