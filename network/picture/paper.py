"""The map for the press: it sets the words of a picture letter by letter from the left, whatever the script.

So what is read from the right is put in the order in which it is seen, and Arabic letters get the forms that they have
beside their neighbours. Browsers do both by themselves; only paper needs this.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from network.picture.boxes import Label

FROM_THE_RIGHT = frozenset({"R", "AL", "NSM"})
MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def _forms() -> dict[str, dict[str, str]]:
    """Letter or pair → isolated, initial, medial, final → the sign of that form, as Unicode tells."""
    found: dict[str, dict[str, str]] = {}
    for point in (*range(0xFB50, 0xFDF0), *range(0xFE80, 0xFEFD)):
        told = unicodedata.decomposition(chr(point)).split()
        if told and told[0] in {"<isolated>", "<initial>", "<medial>", "<final>"} and len(told) <= 3:  # fmt: skip
            letters = "".join(chr(int(one, 16)) for one in told[1:])
            if len(letters) == 1 or letters[0] == "\u0644":
                found.setdefault(letters, {}).setdefault(told[0].strip("<>"), chr(point))
    return found


FORMS = _forms()
ALEFS = frozenset("\u0622\u0623\u0625\u0627")


def as_the_press_needs(label: Label) -> Label:
    """The same label in the same place."""
    return replace(label, lines=tuple(as_seen(line) for line in label.lines))


def as_seen(words: str) -> str:
    """From left to right what is seen; words without such letters stay as they are."""
    kinds = [unicodedata.bidirectional(sign) for sign in words]
    first = next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L")
    if FROM_THE_RIGHT.isdisjoint(kinds):
        return words
    runs = [
        (is_right, "".join(sign for _is, sign in run))
        for is_right, run in groupby(_sided(words, kinds), key=lambda pair: pair[0])
    ]
    seen = [_shaped(run)[::-1].translate(MIRRORED) if is_right else run for is_right, run in runs]
    return "".join(reversed(seen) if first != "L" else seen)


def _sided(words: str, kinds: list[str]) -> Iterator[tuple[bool, str]]:
    """Signs of no direction go with what is on both sides of them, else with the whole line, as they do at its ends."""
    strong = {"L", "R", "AL", "EN", "AN"}
    line = next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") in FROM_THE_RIGHT
    for place, (sign, kind) in enumerate(zip(words, kinds, strict=True)):
        if kind in FROM_THE_RIGHT:
            yield True, sign
        elif kind in {"L", "EN", "AN"}:
            yield False, sign
        else:
            before = next((k for k in reversed(kinds[:place]) if k in strong), "")
            after = next((k for k in kinds[place + 1 :] if k in strong), "")
            sides = {kind in FROM_THE_RIGHT if kind else line for kind in (before, after)}
            yield (sides.pop() if len(sides) == 1 else line), sign


def _shaped(run: str) -> str:
    letters = _letters(run)
    told = []
    for place, letter in enumerate(letters):
        forms = FORMS.get(letter, {})
        joins_back = place > 0 and "initial" in FORMS.get(letters[place - 1], {})
        joins_on = place + 1 < len(letters) and "final" in FORMS.get(letters[place + 1], {})
        back, on = joins_back and "final" in forms, joins_on and "initial" in forms
        form = ("medial" if on else "final") if back else ("initial" if on else "isolated")
        told.append(forms.get(form, letter))
    return "".join(told)


def _letters(run: str) -> list[str]:
    """Lam and alef are one letter together; marks over letters are left to the table: the press sets each letter
    by itself, and a mark alone gets a ring of dots under it."""
    found: list[str] = []
    for sign in (one for one in run if not unicodedata.combining(one)):
        if found and found[-1] == "\u0644" and sign in ALEFS:
            found[-1] += sign
        else:
            found.append(sign)
    return found
