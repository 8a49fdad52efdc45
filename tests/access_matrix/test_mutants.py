"""Doors taken off their hinges on purpose: the matrix must notice, cell by cell, or it guards nothing."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.db import connections

from paku.access.rights import RULES, Verdict
from tests.access_matrix.cells import CELLS
from tests.access_matrix.endpoints import ENDPOINTS
from tests.access_matrix.judges import OF_NO_CLIENT
from tests.access_matrix.test_cells import FENCE, wrong_cells
from tests.access_matrix.world import build

pytestmark = pytest.mark.django_db

REFUSALS = {"403", "404", "allow_after_reason", "author_only"}
KNOWN = ("SIt", "SIu", "SWu", "SUPu", "BG", "STU")
FENCED = dict.fromkeys(("SIu", "SWu"), ("O13", "O14", "O16", "O29", "O37"))
FENCED["STU"] = ("O37",)
FENCED["SUPu"] = ("O13", "O14", "O16")
STRANGERS = ("SIx", "SUPx", "FRM", "EXC", "EXCs")
# these stand apart from rights.py: a page of one's own team, what the database answers for by a function of its own
# (paku_retained), or an address that does not exist for anybody
NOT_BY_CAN = frozenset({"O18", "O34", "O35", "O44", "O47", "O50"})
# pages about no client: a new one, the trail's search, users, the directory, code lists
OF_NOBODY = ("O06", "O39", "O43", "O45", "O46", "O49")
# exclusions and contact data have a rule of their own for those who watch over a file (clients/0010)
WATCHED = {"O04", "O05", "O36", "O37", "O38"}


def refused(column: str) -> set[str]:
    """The cells of a column that say no and that some endpoint reaches."""
    asked = {e.object for e in ENDPOINTS if column not in e.not_for} - NOT_BY_CAN
    return {
        str(cell)
        for (object_, where), cell in CELLS.items()
        if where == column
        and object_ in asked
        and cell.expect in REFUSALS
        and (object_, where) not in OF_NO_CLIENT
    }


def broken(column: str, of: set[str] | None = None) -> set[str]:
    wrong = wrong_cells(column, build(), without=NOT_BY_CAN, of=of)
    return {cell.split()[0] for cell, found in wrong.items() if found != FENCE}


@pytest.fixture
def can_says_yes(monkeypatch):
    for right, places in RULES.items():
        monkeypatch.setitem(RULES, right, dict.fromkeys(places, Verdict.YES))


@pytest.mark.parametrize("column", KNOWN)
def test_a_can_that_says_yes_breaks_every_refusal_where_the_client_is_known(column, can_says_yes):
    """But texts and papers of a shut file, and its list of the excluded: the second fence holds those alone."""
    still_shut = {f"{object_}-{column}" for object_ in FENCED.get(column, ())}

    assert refused(column) - broken(column, refused(column)) == still_shut


@pytest.mark.parametrize("column", STRANGERS)
def test_a_can_that_says_yes_opens_no_file_to_strangers(column, can_says_yes):
    """The relation is asked before, and the second fence stands behind: only pages about no client open."""
    assert broken(column) <= {f"{object_}-{column}" for object_ in OF_NOBODY}


@pytest.mark.parametrize(("column", "open_without"), [("EXC", "SIo"), ("EXCs", "SUPu")])
@pytest.mark.usefixtures("own_database")
def test_a_rule_without_exclusions_breaks_every_cell_that_the_role_would_open(column, open_without):
    reach = import_module("clients.migrations.0006_reach")
    finer = import_module("clients.migrations.0012_finer_reach")
    with connections["owner"].cursor() as cursor:
        for sql in (*reach.FUNCTIONS.values(), finer.NEAR):
            mutant = sql.replace(reach.ALLOWED, "true").replace("CREATE", "CREATE OR REPLACE", 1)
            assert mutant.count("clients_exclusion") == 0
            cursor.execute(mutant)

    opened = {
        object_
        for (object_, where), cell in CELLS.items()
        if where == open_without and cell.expect in ("allow", "author_only")
    }
    hidden = {cell for cell in refused(column) if cell.split("-")[0] in opened - WATCHED - {"O06"}}
    assert len(hidden) >= 8
    assert hidden - broken(column, hidden) == set()
