"""The items of a JSON file one by one, each with its line: one that is odd spoils no other.

Known shapes: one item, a list of items, a page of them (`itemList`, as the national directory's interface gives it).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn

from django.utils.translation import gettext as _

from network.importing.records import Place
from paku.kit.refusals import BadText

DEEPEST = 24
LONGEST_NUMBER = 18
MOST_ITEMS = 5000
LONGEST_ITEM = (
    512 * 1024
)  # letters; as objects a text of nested lists takes thirty times its length
LISTS = ("itemList", "items")
BLANK = re.compile(r"[ \t\r\n]*")
SIGN = re.compile(r'["\[\]{}]')
IN_STRING = re.compile(r'["\\]')


class Odd:
    """Stands where an item holds what no honest file holds."""


ODD = Odd()
TOO_LONG = Odd()  # an item that was passed over without being read


def _object(pairs: list[tuple[str, Any]]) -> Any:
    found = dict(pairs)
    return found if len(found) == len(pairs) else ODD


def _whole(digits: str) -> Any:
    return int(digits) if len(digits) <= LONGEST_NUMBER else ODD


def _fraction(digits: str) -> Any:
    return float(digits) if len(digits) <= 2 * LONGEST_NUMBER else ODD


DECODER = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_int=_whole,
    parse_float=_fraction,
    parse_constant=lambda _name: ODD,
)


def items(text: str) -> Iterator[tuple[Place, Any]]:
    """`BadText` where the text is no JSON: from there on nothing can be read, so nothing of the file is used."""
    walk = _Walk(text)
    if not walk.sees("{"):
        walk.takes("[")
        yield from _list(walk)
        walk.ends()
    elif walk.enters_a_page():
        yield from _list(walk)
    else:
        walk.at = 0
        yield walk.item(1)
        walk.ends()


def _list(walk: _Walk) -> Iterator[tuple[Place, Any]]:
    count = 0
    while not walk.sees("]"):
        count += 1
        if count > MOST_ITEMS:
            raise BadText(
                _("The file has more than %(most)s rows. Bring it in parts.")
                % {"most": MOST_ITEMS},
                code="rows",
            )
        yield walk.item(count)
        if not walk.sees("]"):
            walk.takes(",")
    walk.takes("]")


def is_plain(value: Any) -> bool:
    """No name said twice, no number of a hundred digits, not nested without end."""
    level = [value]
    for _depth in range(DEEPEST):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if any(one is ODD for one in level):
            return False
        if not level:
            return value is not ODD
    return False


def _end_of_value(text: str, at: int) -> int:
    """Where the value that begins here ends, by its brackets alone; 0 where it has no end."""
    depth = 0
    while sign := SIGN.search(text, at):
        at = sign.end()
        if sign[0] == '"':
            at = _end_of_string(text, at)
        else:
            depth += 1 if sign[0] in "[{" else -1
        if depth <= 0 or not at:
            return at if depth == 0 else 0
    return 0


def _end_of_string(text: str, at: int) -> int:
    while sign := IN_STRING.search(text, at):
        at = sign.end()
        if sign[0] == '"':
            return at
        at += 1
    return 0


class _Walk:
    """A place in the text that only moves on."""

    def __init__(self, text: str) -> None:
        self._text, self.at, self._line, self._counted = text, 0, 1, 0

    def sees(self, sign: str) -> bool:
        """Whether this sign is next, after what is blank."""
        blank = BLANK.match(self._text, self.at)
        self.at = blank.end() if blank else self.at
        return self._text.startswith(sign, self.at)

    def takes(self, sign: str) -> None:
        if not self.sees(sign):
            self._broken()
        self.at += 1

    def item(self, number: int) -> tuple[Place, Any]:
        self.sees("")
        place = Place(self._line_here(), number)
        return place, self._value()

    def enters_a_page(self) -> bool:
        """Move to the first item of the page's list; False when the object is no page."""
        self.takes("{")
        while not self.sees("}"):
            name = self._value()
            self.takes(":")
            if name in LISTS and self.sees("["):
                self.at += 1
                return True
            self._value()
            if not self.sees("}"):
                self.takes(",")
        return False

    def ends(self) -> None:
        self.sees("")
        if self.at < len(self._text):
            self._broken()

    def _value(self) -> Any:
        self.sees("")
        window = self._text[self.at : self.at + LONGEST_ITEM]
        try:
            found, length = DECODER.raw_decode(window)
        except ValueError as broken:
            end = _end_of_value(self._text, self.at)
            if end - self.at > LONGEST_ITEM:
                self.at = end
                return TOO_LONG
            self.at += getattr(broken, "pos", 0)
            self._broken()
        except RecursionError:
            raise BadText(
                _("The file is nested deeper than any honest one."), code="deep"
            ) from None
        self.at += length
        return found

    def _line_here(self) -> int:
        self._line += self._text.count("\n", self._counted, self.at)
        self._counted = max(self.at, self._counted)
        return self._line

    def _broken(self) -> NoReturn:
        raise BadText(
            _("The file is no whole JSON: it breaks on row %(line)s.")
            % {"line": self._line_here()},
            code="json",
        )
