"""By which way a made-up path came to its stage, and how often people met there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from paku.demo.cast import Part
from paku.demo.chance import Chance
from pathways.models.stage import Stage

O, E, I, T, X = (stage.value for stage in Stage)  # noqa: E741 - the ladder in its order
WAYS: dict[str, tuple[tuple[str, ...], ...]] = {
    O: ((O,),),
    E: ((E,), (O, E)),
    I: ((E, I), (O, E, I), (O, I)),
    T: ((E, I, T), (O, E, I, T), (E, T)),
    X: ((E, I, T, X), (O, E, I, T, X)),
}
WAYS_BACK: dict[str, tuple[str, ...]] = {
    O: (E, O),
    I: (E, I, T, I),
    T: (E, I, T, I, T),
    X: (E, I, T, I, T, X),
}
SHARE = {O: 1.0, E: 1.6, I: 3.0, T: 2.4, X: 1.0}
RECENT = 70  # days: lately the contacts follow the stage's rhythm, of older ones only the weightiest are told
RHYTHM = {O: (7, 14), E: (8, 15), I: (4, 8), T: (17, 28), X: (26, 45)}
OLDER = {O: (12, 24), E: (18, 33), I: (18, 34), T: (30, 48), X: (30, 50)}
KINDS = {
    O: ("on_the_road", "meeting_place", "home", "home", "phone"),
    E: ("home", "office", "phone", "errand", "home", "meeting_place"),
    I: ("home", "home", "errand", "phone", "office", "meeting_place", "home"),
    T: ("phone", "home", "meeting_place", "phone", "video"),
    X: ("phone", "phone", "meeting_place"),
}


@dataclass(frozen=True)
class Leg:
    """A stage from `begins` to `ends`, both in days ago."""

    stage: str
    begins: int
    ends: int


def legs(part: Part, chance: Chance) -> list[Leg]:
    """The stages of the path with their spans, from the first to the present one."""
    way = WAYS_BACK[part.stage] if "back" in part.marks else chance.choice(WAYS[part.stage])
    weights = [SHARE[stage] * chance.uniform(0.7, 1.3) for stage in way]
    if part.stage == X:
        days = chance.randint(40, 120)
        weights[-1] = sum(weights[:-1]) * (260 if "long" in part.marks else days) / part.began
    found, left = [], float(part.began)
    for stage, weight in zip(way, weights, strict=True):
        length = part.began * weight / sum(weights)
        found.append(Leg(stage, round(left), max(round(left - length), 0)))
        left -= length
    return found


def contact_days(part: Part, way: list[Leg], chance: Chance) -> Iterator[tuple[int, str]]:
    """(days ago, stage) of each contact, from the first; a silent one breaks off some weeks back."""
    last = chance.randint(52, 66) if "silent" in part.marks else 1
    day = part.began
    while day >= last:
        stage = next((leg.stage for leg in way if leg.begins >= day > leg.ends), way[-1].stage)
        yield day, stage
        day -= chance.randint(*(RHYTHM if day < RECENT else OLDER)[stage])
