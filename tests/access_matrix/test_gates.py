"""No address and no row of the matrix is forgotten."""

from __future__ import annotations

import pytest

from tests.access_matrix.cells import CELLS
from tests.access_matrix.endpoints import ENDPOINTS
from tests.access_matrix.gateless import NOT_THERE_YET, OPEN, WITHOUT_A_ROW
from tests.access_matrix.gates import GATES
from tests.every_address import every_address

ADDRESSES = {address.name: address for address in every_address()}


def test_every_address_has_one_gate_or_a_reason_to_have_none():
    assert set(GATES) | set(WITHOUT_A_ROW) == set(ADDRESSES)
    assert not set(GATES) & set(WITHOUT_A_ROW)


def test_what_is_open_is_open_and_nothing_else_is():
    opened = {name for name, why in WITHOUT_A_ROW.items() if why == OPEN}

    assert opened == {
        name for name, a in ADDRESSES.items() if getattr(a.view, "open_on_purpose", False)
    }


def test_every_row_is_asked_or_its_object_does_not_exist():
    asked = {endpoint.object for endpoint in ENDPOINTS}
    rows = {object_ for object_, _ in CELLS}

    assert asked | set(NOT_THERE_YET) | BY_TESTS_OF_THEIR_OWN == rows
    assert not asked & set(NOT_THERE_YET)


# one's own drafts: tests/paku/saving/test_drafts.py; giving a paper, twice signed: tests/network
BY_TESTS_OF_THEIR_OWN = {"O11", "O26"}
DANGEROUS = {
    "network:summary",
    "network:paper-request",
    "clients:log-report",
    "clients:break-glass",
    "access:new-user",
    "access:edit-user",
    "access:reset-factor",
    "access:end-account",
    "access:take-back",
    "access:decide-return",
    "access:ask-right",
    "access:decide-right",
    "access:new-value",
    "access:value",
    "access:end-value",
    "access:take-back-value",
}


@pytest.mark.parametrize("name", sorted(DANGEROUS))
def test_dangerous_acts_want_a_fresh_sign_in(name):
    assert ADDRESSES[name].view.needs_fresh_sign_in


def test_gates_lead_to_rows_of_the_matrix():
    assert set(GATES.values()) <= {object_ for object_, _ in CELLS}
