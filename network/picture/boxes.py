"""Rectangles of the picture, and which of its places are taken."""

from __future__ import annotations

from dataclasses import dataclass, field

from network.picture.widths import width_of

LINE = 1.22


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; edges may touch."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)

    def lies_in(self, other: Box) -> bool:
        across = self.left >= other.left and self.right <= other.right
        return across and self.top >= other.top and self.bottom <= other.bottom


@dataclass(slots=True)
class Taken:
    """The places that are taken: who comes first stays."""

    edge: Box
    boxes: list[Box] = field(default_factory=list)

    def take(self, box: Box) -> bool:
        """False when it lies on another or over the edge of the picture."""
        if not box.lies_in(self.edge) or any(box.touches(other) for other in self.boxes):
            return False
        self.boxes.append(box)
        return True


@dataclass(frozen=True, slots=True)
class Label:
    """Words under each other whose first baseline stands at (x, y)."""

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    anchor: str = "start"

    @property
    def width(self) -> float:
        return max((width_of(line, self.size) for line in self.lines), default=0)

    @property
    def box(self) -> Box:
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        left = self.x - self.width * share
        top = self.y - self.size * 0.95
        return Box(left, top, left + self.width, top + self.size * LINE * len(self.lines))
