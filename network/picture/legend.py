"""What the lines and signs mean, under the map, folded into its width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from network.models.tie import Strength
from network.picture.boxes import LINE, Label
from network.picture.people import Mark, Moved
from network.picture.shapes import SOFT, bow, dot, drawn, straight, words
from network.picture.widths import folded_to, width_of
from network.picture.words import moved_words

Kind = Strength | Mark | Moved | None

SIZE = 11.0
SAMPLE = 34.0


def legend(
    width: float, top: float, *, shows_marks: bool = True, moved: Sequence[Moved] = ()
) -> tuple[SafeString, list[Label], float]:
    """The drawing, its labels (for the one who measures), and where it ends."""
    parts: list[SafeString] = []
    labels: list[Label] = []
    x, y = 8.0, top
    height = SIZE * LINE + 5
    for kind, told in _entries(shows_marks, moved):
        lines = tuple(folded_to(told, SIZE, width - SAMPLE - 24))
        wide = SAMPLE + max(width_of(line, SIZE) for line in lines) + 14
        if x > 8 and x + wide > width:
            x, y = 8.0, y + height
        label = Label(lines, x + SAMPLE, y + SIZE, SIZE)
        labels.append(label)
        parts += [_sample(kind, x, y + SIZE * 0.62), words(label, "edge", fill=SOFT)]
        x += wide
        if len(lines) > 1:
            x, y = 8.0, y + SIZE * LINE * (len(lines) - 1) + height
    nearness = tuple(folded_to(_("The closer to the middle, the closer to me."), SIZE, width - 16))
    label = Label(nearness, 8.0, y + height + SIZE, SIZE)
    labels.append(label)
    parts.append(words(label, "edge", fill=SOFT))
    return drawn(parts), labels, y + height + SIZE * LINE * len(nearness) + 6


def _entries(shows_marks: bool, moved: Sequence[Moved]) -> Iterator[tuple[Kind, str]]:
    """`moved`: the signs that stand in the picture, the first of all."""
    for sign in moved:
        yield sign, moved_words(sign)
    yield Strength.STRONG, _("strong tie")
    yield Strength.ORDINARY, _("ordinary tie")
    yield Strength.THIN, _("thin tie")
    yield None, _("talk to each other")
    if not shows_marks:
        return
    yield Mark.ALLOWED, _("may be told something")
    yield Mark.NOTHING, _("nothing agreed on telling")
    yield Mark.FORBIDDEN, _("the client has forbidden telling")


def _sample(kind: Kind, x: float, y: float) -> SafeString:
    if isinstance(kind, Moved):
        return words(Label((kind.value,), x + 18, y + 4.5, 14.0, "middle"), "sign", weight="700")
    if isinstance(kind, Mark):
        return dot(x + 18, y, 6, kind, "")
    if kind is None:
        return bow(x + 2, y + 3, (x + 15, y - 6), x + 28, y + 3)
    return straight(f"spoke {kind.value}", x + 2, y, x + 28, y, kind)
