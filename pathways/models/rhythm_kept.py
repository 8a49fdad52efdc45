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


def rhythm_kept(
    stretches: Sequence[Stretch], visits: Iterable[Visit], rhythm: Rhythm
) -> list[Kept]:
    """One for each stretch, in order. Tries are no meetings."""
    met = sorted(visit.on for visit in visits if visit.met)
    return [
        Kept(_longest(stretch, met, rhythm.today), rhythm.promised(stretch.stage))
        for stretch in stretches
    ]


def _longest(stretch: Stretch, met: Sequence[date], today: date) -> int:
    end = stretch.until or today
    days = [stretch.since, *(day for day in met if stretch.since <= day <= end), end]
    return max((after - before).days for before, after in pairwise(days))
