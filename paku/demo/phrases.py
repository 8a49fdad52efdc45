"""The sentence pools of made-up lives (texts/*.toml)."""

from __future__ import annotations

import tomllib
from functools import cached_property
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("texts")


class Phrases:
    """Read once for each world. `themes` by name; the others by their file's own keys."""

    @cached_property
    def themes(self) -> dict[str, Any]:
        return {path.stem: _read(path) for path in sorted((FOLDER / "themes").glob("*.toml"))}

    @cached_property
    def encounters(self) -> dict[str, Any]:
        return _read(FOLDER / "encounters.toml")

    @cached_property
    def words(self) -> dict[str, list[str]]:
        return _read(FOLDER / "words.toml")

    @cached_property
    def moves(self) -> dict[str, dict[str, list[str]]]:
        return _read(FOLDER / "moves.toml")

    @cached_property
    def names(self) -> dict[str, list[str]]:
        return _read(FOLDER / "names.toml")

    @cached_property
    def close_ones(self) -> list[list[Any]]:
        rows: list[list[Any]] = _read(FOLDER / "close_ones.toml")["rows"]
        return rows


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
