"""What one mechanism refuses everywhere is asked of every door, but not with every value at each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def in_turn(doors: Sequence[Any], values: Sequence[Any], *, each: int = 2) -> list[tuple[Any, ...]]:
    """(door, value): `each` values at every door, and every value at some of them: there must be doors enough."""
    assert len(doors) * each >= len(values)
    return [
        (door, values[(number * each + turn) % len(values)])
        for number, door in enumerate(doors)
        for turn in range(each)
    ]
