"""The measures of the picture: bands from the bottom (outside services) to the top (independent coping)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pathways.models.stage import Stage
from pathways.picture.calendar import Calendar

TOP = 22.0
EDGE_BAND = 34.0
BAND = 46.0
VISITS = 66.0
AXIS = 24.0
LEAD = 20.0
TAIL = 26.0
SIZE = 12.5
NARROWEST, WIDEST = 240, 1600


@dataclass(frozen=True, slots=True)
class Layout:
    """All places of one picture, in its own units."""

    width: float
    gutter: float
    calendar: Calendar

    @classmethod
    def of(cls, width: int, first: date, last: date) -> Layout:
        """The gutter holds the names of the stages: folded where the picture is narrow."""
        width = min(max(width, NARROWEST), WIDEST)
        gutter = 88.0 if width < 480 else 146.0
        return cls(width, gutter, Calendar.over(first, last, gutter + LEAD, width - TAIL))

    @property
    def height(self) -> float:
        return self.axis + AXIS

    @property
    def bands_top(self) -> float:
        """The upper edge of the stages; independent coping lies above it."""
        return TOP + EDGE_BAND

    @property
    def bands_bottom(self) -> float:
        return self.bands_top + BAND * len(Stage)

    @property
    def coping(self) -> float:
        """The height at which the line leaves the ladder upwards."""
        return TOP + EDGE_BAND / 2

    @property
    def outside(self) -> float:
        """The height from which the line comes."""
        return self.bands_bottom + EDGE_BAND / 2

    @property
    def visits_top(self) -> float:
        return self.bands_bottom + EDGE_BAND

    @property
    def axis(self) -> float:
        """The line of the calendar."""
        return self.visits_top + VISITS

    def band_top(self, stage: Stage) -> float:
        return self.bands_bottom - BAND * stage.step

    def y(self, stage: Stage) -> float:
        """The height of the road in a stage: a little under the middle, so that words fit above it."""
        return self.band_top(stage) + BAND * 0.6
