"""Who lives in the demo world besides the five stories (cast.txt): a line for each person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

FILE = Path(__file__).with_name("cast.txt")


@dataclass(frozen=True)
class Part:
    """A line of the cast. `marks` maps a mark to what follows its colon (`change:leena:345` → "leena:345")."""

    first_names: str
    last_name: str
    nickname: str
    born_on: date | None
    municipality: str
    village: str
    stage: str
    themes: list[str]
    worker: str
    began: int
    marks: dict[str, str] = field(default_factory=dict)


def cast() -> Iterator[Part]:
    """Every line that is not a comment."""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield _part(line)


def _part(line: str) -> Part:
    first, last, nickname, born, municipality, village, stage, themes, worker, began, marks = (
        line.split("|")
    )
    marked = _marks(marks)
    return Part(
        first_names=first,
        last_name=last,
        nickname=marked.pop("nick", nickname),
        born_on=date.fromisoformat(born) if last else None,
        municipality=municipality,
        village=village,
        stage=stage,
        themes=themes.split(),
        worker=worker,
        began=int(began),
        marks=marked,
    )


def _marks(text: str) -> dict[str, str]:
    if text.startswith("nick:"):
        return {"nick": text.removeprefix("nick:")}
    pairs = (mark.partition(":") for mark in text.split())
    return {name: value for name, _colon, value in pairs}
