"""What a file only adds to: places, days and contact persons that stand there stay, whatever it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from network.directory.entries import with_old_name
from network.importing.fields import DAYS, LISTED, PERSONS, PLACES
from paku.kit.folding import folded

Values = Mapping[str, Any]


def with_what_stands(now: Values, told: dict[str, Any]) -> dict[str, Any]:
    """What would stand there: of lists both; of a new name the old one among the former ones."""
    for name, join in JOINS.items():
        if name in told:
            told[name] = join(now, told[name])
    if told.get("name", now["name"]) != now["name"]:
        former: str = told.get("former_names") or now["former_names"]
        told["former_names"] = with_old_name(former, now["name"], told["name"])
    return told


def _with_places(now: Values, told: list[str]) -> list[str]:
    """The days, the people and the buses of a place that is known stand beside it by hand."""
    towns = {place.partition(":")[0] for place in now[PLACES]}
    more = [place for place in told if ":" in place or place not in towns]
    return sorted({*now[PLACES], *more})


def _with_days(now: Values, told: list[Any]) -> list[Any]:
    """A day that stands there already, by whatever rule it came, is not told twice."""
    more = [
        rule for rule in told
        if rule not in now[DAYS] and (rule[1], rule[-1], rule[2]) not in now[LISTED]
    ]  # fmt: skip
    return sorted([*now[DAYS], *more]) if more else now[DAYS]


def _with_persons(now: Values, told: list[Any]) -> list[Any]:
    """By name; an empty title or number changes nothing."""
    found = {folded(one[0]): one for one in now[PERSONS]}
    for name, *rest in told:
        known = found.get(folded(name), [name, "", ""])
        found[folded(name)] = [known[0], *(a or b for a, b in zip(rest, known[1:], strict=True))]
    return sorted(found.values())


JOINS: Mapping[str, Callable[[Values, Any], Any]] = {
    PLACES: _with_places,
    DAYS: _with_days,
    PERSONS: _with_persons,
}
