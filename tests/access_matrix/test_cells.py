"""Each cell of the access matrix against each endpoint of its object, one column at a time."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from django.db import DatabaseError, transaction

from tests.access_matrix.cells import CELLS
from tests.access_matrix.columns import COLUMNS
from tests.access_matrix.endpoints import ENDPOINTS
from tests.access_matrix.judges import Asked, is_right, outcome
from tests.access_matrix.world import World, build
from tests.desk import Desk

pytestmark = pytest.mark.django_db
FENCE = "stopped by the second fence"


def wrong_cells(
    column: str,
    world: World,
    *,
    without: frozenset[str] = frozenset(),
    of: Collection[str] | None = None,
) -> dict[str, str]:
    """Cell and endpoint → what happened instead, for one column (`without`: these objects; `of`: these cells alone)."""
    user = COLUMNS[column](world)
    desk = Desk() if user is None else Desk().sit(user)
    desk.get("/")  # somebody is there: noted once, not undone and noted again each time
    wrong = {}
    for endpoint in ENDPOINTS:
        cell = CELLS.get((endpoint.object, column))
        if cell is None or column in endpoint.not_for or endpoint.object in without:
            continue
        if of is not None and str(cell) not in of:
            continue
        with transaction.atomic():
            try:
                found = outcome(endpoint, endpoint.ask(desk, world))
            except DatabaseError:  # never a right answer: the page should have refused before
                found = FENCE
            if found == FENCE or not is_right(Asked(cell, endpoint, desk, world, found)):
                wrong[f"{cell} {endpoint.what}: {cell.expect}"] = found
            transaction.set_rollback(True)
    return wrong


@pytest.mark.parametrize("column", COLUMNS)
def test_the_column_holds_at_every_endpoint(column):
    assert wrong_cells(column, build()) == {}
