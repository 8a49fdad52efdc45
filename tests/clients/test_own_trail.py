"""Everybody reads what they have opened themselves."""

import pytest

from paku.access.roles import Role
from paku.audit.models import Entry
from tests.clients.trail_reader import OWN, opened
from tests.desk import Desk
from tests.factories import CareFactory, worker

pytestmark = pytest.mark.django_db


def test_own_lines_only(aino):
    care = CareFactory(client=aino)
    mine = opened(aino, by=care.own_worker)
    opened(aino)

    answer = Desk().sit(care.own_worker).get(OWN)

    assert [(line.entry, line.client) for line in answer.context["lines"]] == [
        (mine, "Katajisto Aino")
    ]


def test_own_lines_name_only_those_whom_one_may_still_see(aino):
    once = worker()
    opened(aino, by=once)

    answer = Desk().sit(once).get(OWN)

    assert "Katajisto" not in answer.content.decode()
    assert len(answer.context["lines"]) == 1


def test_looking_at_ones_own_lines_is_an_entry_too():
    desk = Desk().sit(worker(Role.MAIN_USER))

    desk.get(OWN)

    assert Entry.objects.get(actor_ref=desk.user.ref).deed == "audit.own_trail_read"


def test_ten_own_lines_cost_what_one_costs():
    care = CareFactory()
    desk = Desk().sit(care.own_worker)
    opened(care.client, by=care.own_worker)
    one = desk.cost(OWN)
    for _ in range(9):
        opened(CareFactory(team=care.team, own_worker=care.own_worker).client, by=care.own_worker)

    assert desk.cost(OWN) == one <= 9


def test_by_day_and_person(aino):
    care = CareFactory(client=aino)
    other = CareFactory(team=care.team, own_worker=care.own_worker)
    for client in (aino, other.client, aino):
        opened(client, by=care.own_worker)

    ((_, people),) = Desk().sit(care.own_worker).get(OWN).context["days"]

    assert [(person.first.client, len(person.lines)) for person in people] == [
        ("Katajisto Aino", 2),
        (other.client.name, 1),
    ]
