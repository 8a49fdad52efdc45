"""What one mechanism refuses everywhere is asked of every door, but not with every value at each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def turns(doors: Sequence[Any], values: Sequence[Any], *, each: int) -> list[tuple[Any, list[Any]]]:
    """(door, its values): `each` values at every door, and every value at some of them: there must be doors enough."""
    assert len(doors) * each >= len(values) >= each
    return [
        (door, [values[(number * each + turn) % len(values)] for turn in range(each)])
        for number, door in enumerate(doors)
    ]


def in_turn(doors: Sequence[Any], values: Sequence[Any], *, each: int = 1) -> list[tuple[Any, Any]]:
    """(door, value), a test of its own for each."""
    return [(door, value) for door, its in turns(doors, values, each=each) for value in its]
