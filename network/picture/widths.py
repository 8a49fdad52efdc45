"""How wide words are at the most, in the fonts that we ship: a bound, so that labels measured by it never meet.

Classes of letters by the widest weight of `static/fonts/paper` (a test measures all of them against the files). Arabic
letters change their form with their neighbours: the bound is that of the widest form. What our fonts do not have comes
from a font of the reader, and is given the width of a Chinese sign.
"""

from __future__ import annotations

NARROW = frozenset("iljıìíîïĩīĭį|'.,:;!·IÌÍÎÏĨĪĬĮİļĺ ()[]{}/-ftrťţŧŕŗř")
MIDDLE = frozenset("szcxyvkJLFYagehbdnopquEPTSBKXVZ0123456789*?")
BROAD = frozenset("mwMWŵŴ@%&œŒæÆ½¼¾")
MARKS = range(0x0300, 0x0370)
ARABIC = (range(0x0600, 0x0700), range(0x0750, 0x0780), range(0xFB50, 0xFE00), range(0xFE70, 0xFF00))  # fmt: skip
KNOWN_UNTIL = 0x0530
LEAST_LEFT = 3  # letters after the hyphen


def width_of(text: str, size: float) -> float:
    """Never less than the words take, in weights up to semi-bold."""
    return size * sum(_width(sign) for sign in text)


def _width(sign: str) -> float:
    point = ord(sign)
    if point in MARKS:
        return 0.0
    if sign in NARROW:
        return 0.4
    if sign in MIDDLE:
        return 0.62
    if sign in BROAD:
        return 0.92
    if point < 0x0180:
        return 0.82
    if any(point in block for block in ARABIC):
        return 1.0
    return 1.05 if point < KNOWN_UNTIL else 1.2


def folded_to(text: str, size: float, room: float) -> list[str]:
    """Lines that fit into the room; a word that does not fit is cut with a hyphen, or at one of its own."""
    lines: list[str] = []
    for word in text.split():
        together = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(together, size) <= room:
            lines[-1] = together
        else:
            lines.extend(_cut(word, size, room))
    return lines


def _cut(word: str, size: float, room: float) -> list[str]:
    lines = []
    while len(word) > 1 and width_of(word, size) > room:
        most = 1
        while most < len(word) - 1 and width_of(word[: most + 1] + "-", size) <= room:
            most += 1
        own = word.rfind("-", 1, min(most + 1, len(word) - 1))
        if own * 3 >= most:
            lines.append(word[: own + 1])
            word = word[own + 1 :]
            continue
        most = min(most, max(len(word) - LEAST_LEFT, 1))
        lines.append(word[:most] + "-")
        word = word[most:]
    return [*lines, word]
