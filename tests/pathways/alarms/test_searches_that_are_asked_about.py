"""Names looked for day after day are asked about; one's own clients are not."""

from datetime import timedelta

import pytest

from clients.models import Exclusion
from pathways.models import Alarm
from tests.factories import (
    PathFactory,
    worker,
)
from tests.pathways.alarms.openings import (
    A_DAY,
    at,
    days_ago,
    nights_pass,
    opened,
    searched,
)

pytestmark = pytest.mark.django_db
DAY = days_ago(5)


@pytest.fixture
def colleague(team):
    return worker(team=team, name="Kerttu Kollega", phone="+358400000077")


def asked():
    nights_pass(DAY)
    return list(Alarm.objects.values_list("rule", "on"))


def test_the_same_last_name_looked_for(path, colleague):
    path.client.last_name = "Kollega"
    path.client.save()
    searched(colleague, DAY, path)

    assert asked() == [("same_name", DAY)]


def test_what_an_excluded_person_tried(path, colleague):
    Exclusion.objects.create(
        client=path.client, user=colleague, reason="relative", added_by=colleague, added_at=at(DAY - A_DAY)
    )  # fmt: skip
    for ref in (path.ref, "not-a-ref", worker().ref):
        opened(
            path,
            colleague,
            DAY,
            "",
            client_refs=[],
            outcome="denied",
            deed="audit.refused",
            object_ref=str(ref),
        )

    assert asked() == [("excluded", DAY)]


def test_one_person_found_once_is_let_be(path, colleague):
    searched(colleague, DAY, path)

    assert asked() == []


def test_one_person_found_on_two_days(path, colleague):
    searched(colleague, DAY - timedelta(days=20), path, asked="b" * 64)
    searched(colleague, DAY, path)

    assert asked() == [("narrowed", DAY)]


def test_a_name_searched_for_on_three_days_though_nobody_is_found(colleague):
    for ago in (8, 6, 5):
        searched(colleague, days_ago(ago))

    nights_pass(DAY)

    assert [(a.rule, a.client_ref) for a in Alarm.objects.all()] == [("repeated", None)]


def test_own_clients_may_be_searched_for_every_day(path, ohjaaja):
    for ago in (8, 7, 6, 5, 4):
        searched(ohjaaja, days_ago(ago), path, PathFactory(care__team=path.care.team))

    assert asked() == []
