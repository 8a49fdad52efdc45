"""Alternate measuring (A, B, A, B …): medians, and a bootstrap interval for their ratio."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

RESAMPLES = 400


@dataclass(frozen=True, slots=True)
class Ratio:
    """`times` our median against the floor's, by time inside the application, with its 95 % interval."""

    ours_ms: float
    floor_ms: float
    times: float
    low: float
    high: float
    ours_cpu_ms: float
    floor_cpu_ms: float

    @classmethod
    def of(cls, ours: float, floor: float) -> Ratio:
        """Of two figures taken once, in whatever unit: no interval."""
        times = ours / floor
        return cls(ours, floor, times, times, times, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Sample:
    wall: float
    cpu: float


def alternate(
    ours: Callable[[], object], floor: Callable[[], object], *, rounds: int, warm_up: int = 8
) -> Ratio:
    """Run both in turns `rounds` times after warming up; each call is timed on its own."""
    for _ in range(warm_up):
        ours()
        floor()
    mine, theirs = [], []
    for _ in range(rounds):
        mine.append(_timed(ours))
        theirs.append(_timed(floor))
    low, high = _interval([s.wall for s in mine], [s.wall for s in theirs])
    ours_ms, floor_ms = (1000 * statistics.median(s.wall for s in side) for side in (mine, theirs))
    ours_cpu, floor_cpu = (1000 * statistics.median(s.cpu for s in side) for side in (mine, theirs))
    return Ratio(ours_ms, floor_ms, ours_ms / floor_ms, low, high, ours_cpu, floor_cpu)


def _timed(call: Callable[[], object]) -> Sample:
    wall, cpu = time.perf_counter(), time.process_time()
    call()
    return Sample(time.perf_counter() - wall, time.process_time() - cpu)


def _interval(ours: Sequence[float], floor: Sequence[float]) -> tuple[float, float]:
    """Of the ratio of medians, by resampling both sides (seeded: the same samples give the same interval)."""
    chance = random.Random(7)
    ratios = sorted(
        statistics.median(chance.choices(ours, k=len(ours)))
        / statistics.median(chance.choices(floor, k=len(floor)))
        for _ in range(RESAMPLES)
    )
    return ratios[int(0.025 * RESAMPLES)], ratios[int(0.975 * RESAMPLES)]
