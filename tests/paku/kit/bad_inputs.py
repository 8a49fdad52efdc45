"""The bad inputs, by kind of field, for `pytest.mark.parametrize`."""

import json
from pathlib import Path
from typing import Any

import pytest

_FILE = Path(__file__).resolve().parents[2] / "data" / "bad_inputs.json"
ENTRIES: list[dict[str, Any]] = json.loads(_FILE.read_text("utf-8"))["entries"]
# the file's own way of saying long texts: "'ä'*1000000", "'a'+'\\u0301'*20000"
_MADE = {
    "BI-080": "ä" * 1_000_000,
    "BI-082": "a" * 100_000,
    "BI-083": "a" + "\u0301" * 20_000,
    "BI-131": "<div>" * 2_000 + "x",
    "BI-154": "a" * 10_000,
}


def value_of(entry: dict[str, Any]) -> str:
    """The text of an entry."""
    return entry["value"] if "value" in entry else _MADE[entry["id"]]


def of(*kinds: str, but: tuple[str, ...] = ()) -> list[Any]:
    """One parameter set (value, expected) per entry of these kinds that is a text."""
    return [
        pytest.param(value_of(entry), entry["expected"], id=entry["id"])
        for entry in ENTRIES
        if entry["field_kind"] in kinds
        and entry["id"] not in but
        and ("value" in entry or entry["id"] in _MADE)
    ]


def is_refused(expected: dict[str, Any]) -> bool:
    """True where the form must come back with 422; a form that may do either counts as accepting."""
    return expected["status"] == [422]
