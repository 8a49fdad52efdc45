"""A reflection is its author's alone (decision 0042): no column of the matrix reaches it, whatever it reaches else."""

from __future__ import annotations

import pytest
from django.urls import reverse

from paku.kit.context import enter
from pathways.actions.reflections import reflect
from pathways.models import Reflection
from tests.access_matrix.columns import COLUMNS
from tests.access_matrix.world import build
from tests.desk import Desk, as_the_test
from tests.factories import today

pytestmark = pytest.mark.django_db
MIRROR = "Peili-merkki"


@pytest.fixture
def world():
    return build()


@pytest.fixture
def kept(world):
    """The own worker's, on a visit of theirs."""
    return reflect(
        visit=world.visit, words={"secret": MIRROR}, seen=0, today=today(), by=world.visit.worker
    )


def pages_of(world, kept):
    return [
        reverse("pathways:reflection", args=[world.visit.ref]),
        reverse("pathways:reflections"),
        reverse("pathways:visit", args=[world.visit.ref]),
        reverse("pathways:path", args=[world.path.ref]),
        reverse("pathways:client", args=[world.path.client.ref]),
    ]


def test_the_author_reads_it(world, kept):
    desk = Desk().sit(world.visit.worker)

    shown = [MIRROR in desk.get(page).content.decode() for page in pages_of(world, kept)]

    assert shown == [True, True, False, False, False]


@pytest.mark.parametrize("column", COLUMNS)
def test_no_other_reads_changes_or_takes_it_away(column, world, kept):
    user = COLUMNS[column](world)
    desk = Desk().sit(user) if user else Desk()
    pages = pages_of(world, kept)
    take_away = reverse("pathways:take-reflection-away", args=[kept.ref])

    answers = [desk.get(page) for page in pages]
    answers.append(desk.send(pages[0], {"secret": "Toisen sana", "seen": "1"}))
    answers.append(desk.send(take_away, {}))

    assert not any(MIRROR in answer.content.decode() for answer in answers)
    assert answers[0].status_code != 200
    enter(user.pk if user else None)
    assert not Reflection.objects.exists()
    as_the_test()
    assert Reflection.objects.get().words["secret"] == MIRROR
