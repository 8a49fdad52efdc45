"""Whether the promised rhythm was kept in each stretch: the longest time without a meeting against the promise.

Measured by the promises in force today: how a stretch looks from here, not whether a rule of that day was broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pathways.models.rhythm import Rhythm
from pathways.picture.stretches import Stretch, Visit


@dataclass(frozen=True, slots=True)
class Kept:
    """`longest`: days between two meetings, or between a meeting and an edge of the stretch."""

    longest: int
    promised: int | None

    @property
    def is_kept(self) -> bool:
        return self.promised is None or self.longest <= self.promised

    @property
    def words(self) -> str:
        """Plain words; empty where nothing is promised."""
        if self.promised is None:
            return ""
        if self.is_kept:
            return _("kept")
        return ngettext(
            "longest gap %(days)d day, promise %(promised)d",
            "longest gap %(days)d days, promise %(promised)d",
            self.longest,
        ) % {"days": self.longest, "promised": self.promised}


@dataclass(frozen=True, slots=True)
class Agreed:
    """From a day on; `every_days` None: what the stage promises."""

    since: date
    every_days: int | None


def rhythm_kept(
    stretches: Sequence[Stretch],
    visits: Iterable[Visit],
    rhythm: Rhythm,
    agreed: Sequence[Agreed] = (),
) -> list[Kept]:
    """One for each stretch, in order. Tries are no meetings. `agreed` in the order of their days."""
    met = sorted(visit.on for visit in visits if visit.met)
    return [_worst(stretch, met, rhythm, agreed) for stretch in stretches]


def _worst(stretch: Stretch, met: Sequence[date], rhythm: Rhythm, agreed: Sequence[Agreed]) -> Kept:
    """The gap that went furthest over its promise; where the promise changed within a gap, the looser one counts."""
    end = stretch.until or rhythm.today
    days = [stretch.since, *(day for day in met if stretch.since <= day <= end), end]
    gaps = [
        Kept((after - before).days, _promise(stretch, before, after, rhythm, agreed))
        for before, after in pairwise(days)
    ]
    return max(gaps, key=lambda gap: (gap.longest - (gap.promised or 0), gap.longest))


def _promise(
    stretch: Stretch, before: date, after: date, rhythm: Rhythm, agreed: Sequence[Agreed]
) -> int | None:
    of_stage = rhythm.promised(stretch.stage)
    held = [one for one in agreed if stretch.since <= one.since <= before][-1:]
    later = [one for one in agreed if before < one.since < after]
    promises = [one.every_days or of_stage for one in (*held, *later)]
    return max((one for one in (promises or [of_stage]) if one), default=None)
