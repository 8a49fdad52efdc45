"""Every cell of the map of moves (row S1), and what a move leaves behind."""

from datetime import timedelta

import pytest
from django.db import transaction

from paku.audit.models import Entry
from pathways.actions.moves import WrongTurn, move_path
from pathways.models import Pathway
from pathways.models.stage import NEXT, Stage
from tests.factories import PathFactory, today

pytestmark = pytest.mark.django_db

CELLS = [(here, there) for here in Stage for there in Stage]


def move(path: Pathway, to: Stage) -> None:
    worker = path.care.own_worker
    move_path(
        path=path,
        to=to,
        on=today(),
        why="Näin sovittiin",
        what_next="Soitto",
        carried_by=worker.name,
        by=worker,
    )


@pytest.mark.parametrize(("here", "there"), CELLS)
def test_each_cell_of_the_map_allows_or_refuses(here, there):
    path = PathFactory(stage=here)

    if there in NEXT[here]:
        move(path, there)
        assert Pathway.objects.get(pk=path.pk).stage == there
    else:
        with pytest.raises(WrongTurn), transaction.atomic():
            move(path, there)
        assert [row.stage for row in path.moves.all()] == [here]


def test_a_move_keeps_the_history_and_is_on_the_trail():
    path = PathFactory(stage=Stage.TAPERING)

    move(path, Stage.INTENSIVE_SUPPORT)

    assert [row.stage for row in path.moves.all()] == [Stage.TAPERING, Stage.INTENSIVE_SUPPORT]
    entry = Entry.objects.get(deed="pathways.moved")
    assert (entry.client_refs, entry.details["to"]) == ([path.client.ref], "intensive_support")


def test_an_ended_path_moves_nowhere():
    path = PathFactory(stage=Stage.TAPERING, ended_on=today() - timedelta(days=1), ending="coping")

    with pytest.raises(WrongTurn):
        move(path, Stage.INTENSIVE_SUPPORT)
