"""Words in a picture: how wide they are, where they fold, and that no two lie on each other."""

from __future__ import annotations

from dataclasses import dataclass, field

NARROW, WIDE = frozenset("iljtfrI.,:;!|'()/ 1"), frozenset("mwMWÅÄÖ@%&—")


def width_of(text: str, size: float) -> float:
    """A generous guess at the width of the words: the fonts of a reader are not known here."""
    return size * sum(0.38 if sign in NARROW else 0.9 if sign in WIDE else 0.6 for sign in text)


def folded_to(text: str, size: float, room: float) -> list[str]:
    """Lines that fit into the room; a word that does not fit is cut with a hyphen."""
    lines: list[str] = []
    for word in text.split():
        together = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(together, size) <= room:
            lines[-1] = together
        else:
            lines.extend(_cut(word, size, room))
    return lines


def _cut(word: str, size: float, room: float) -> list[str]:
    if width_of(word, size) <= room or len(word) < 4:
        return [word]
    most = next(
        n for n in range(len(word) - 1, 0, -1) if n == 2 or width_of(word[:n] + "-", size) <= room
    )
    return [word[:most] + "-", *_cut(word[most:], size, room)]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the picture."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)


@dataclass(slots=True)
class Taken:
    """The places that words have taken: who comes first stays, who finds no room is left to the table."""

    boxes: list[Box] = field(default_factory=list)

    def take(self, box: Box) -> bool:
        if any(box.touches(other) for other in self.boxes):
            return False
        self.boxes.append(box)
        return True


def box_of(text: str, x: float, y: float, size: float, anchor: str) -> Box:
    """The box of words whose baseline stands at (x, y)."""
    width = width_of(text, size)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    return Box(left, y - size * 0.85, left + width, y + size * 0.25)
