"""The day of death is written down: from then on nobody is reminded of anything, and years run from it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clients.models import Client
from paku.access.roles import Role
from paku.reminders.sources import nudges_for
from tests.clients.basics import edits, page_of, sheet
from tests.desk import Desk
from tests.factories import ConsentFactory, MemberFactory, PathFactory, StepFactory, today, worker
from tests.pathways.leaving import an_end, end_of

pytestmark = pytest.mark.django_db


def died_on(path):
    return Client.objects.get(pk=path.client_id).died_on


def test_it_is_written_with_the_basic_data(desk, path):
    answer = desk.send(page_of(path), sheet(desk, path, died_on=f"{today():%d.%m.%Y}"))

    assert (answer.status_code, died_on(path)) == (303, today())
    assert edits() == [["died_on"]]


@pytest.mark.parametrize("day", ["tomorrow", "1.1.1950", "31.2.2020", "1.1.2099"])
def test_a_day_that_cannot_be_is_refused_beside_the_field(desk, path, day):
    day = f"{today() + timedelta(days=1):%d.%m.%Y}" if day == "tomorrow" else day
    Client.objects.filter(pk=path.client_id).update(born_on="1960-01-01")

    answer = desk.send(page_of(path), sheet(desk, path, died_on=day))

    assert (answer.status_code, died_on(path)) == (422, None)
    assert answer.context["form"].errors.keys() == {"died_on"}
    assert day in answer.content.decode()


def test_from_then_on_nobody_is_reminded(path):
    own = path.care.own_worker
    StepFactory(client=path.client, due_on=today())
    ConsentFactory(
        member=MemberFactory(client=path.client), by=own, valid_until=today() + timedelta(days=10)
    )
    before = {nudge.kind for nudge in nudges_for(own, today())}

    Client.objects.filter(pk=path.client_id).update(died_on=today())

    assert before >= {"step_due", "consent_ends"}
    assert not before & {nudge.kind for nudge in nudges_for(own, today())}


def test_a_path_that_ends_by_death_writes_the_day_unless_it_is_known(team):
    own = worker(Role.SOCIAL_WORKER, team=team)
    unknown, known = (PathFactory(care__own_worker=own, care__team=team) for _ in range(2))
    earlier = today() - timedelta(days=3)
    Client.objects.filter(pk=known.client_id).update(died_on=earlier)

    for path in (unknown, known):
        Desk().sit(own).send(end_of(path), an_end(ground="died"))

    assert (died_on(unknown), died_on(known)) == (today(), earlier)
