"""The language guard: words that label a person get a kinder offer, unknown abbreviations are asked about.

Any guarded form switches it on by naming its fields: `looked_at = ("note",)`. Under such a field the template prints
`components/looked_at.html`: the words for the script (`static/js/looked_at.js`), and what the server finds by itself in
a text that comes back. It only offers. Nothing is refused, nothing is written down of it, on the trail or elsewhere.
A client's own words are never looked at: do not name such a field.

A room registers where the words come from: `words_come_from(find)`, `find()` → `Word`s in force today.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import cached_property

LABEL, SHORT, ALLOWED = "label", "short", "allowed"
MOST = 5
CAPITALS = re.compile(r"(?<!\w)[A-ZÅÄÖ]{2,6}(?::[a-zåäö]+)?(?!\w)")


@dataclass(frozen=True, slots=True)
class Word:
    """`said` is the beginning of words (a label) or a whole word (an abbreviation)."""

    kind: str
    said: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What stands in the text, and what is offered; `instead` empty: it is asked to be written out."""

    found: str
    instead: str


Find = Callable[[], Iterable[Word]]
_sources: list[Find] = []


def words_come_from(find: Find) -> Find:
    """Declare; the latest counts."""
    _sources[:] = [find]
    return find


def words_in_force() -> list[Word]:
    """One statement; none where no room has declared any."""
    return [word for find in _sources for word in find()]


def offers(text: str, words: Iterable[Word]) -> list[Offer]:
    """In the order of the text, each word once, at most five. `static/js/looked_at.js` reckons in the same way."""
    words = list(words)
    known = {word.said for word in words if word.kind != LABEL}
    places: dict[str, tuple[int, str]] = {}
    taken: list[tuple[int, int]] = []
    for word in words:
        if word.kind != ALLOWED:
            for match in _pattern(word).finditer(text):
                places.setdefault(match[0], (match.start(), word.instead))
                taken.append(match.span())
    for match in CAPITALS.finditer(text):
        is_within = any(start <= match.start() < end for start, end in taken)
        if match[0].partition(":")[0] not in known and not is_within:
            places.setdefault(match[0], (match.start(), ""))
    found = sorted((start, said, instead) for said, (start, instead) in places.items())
    return [Offer(said, instead) for _start, said, instead in found[:MOST]]


def _pattern(word: Word) -> re.Pattern[str]:
    """A label begins a word and goes on to its end, in any case of letters; an abbreviation stands as it is."""
    said = r"\s+".join(map(re.escape, word.said.split()))
    if word.kind == LABEL:
        return re.compile(rf"(?<!\w){said}[^\W\d_]*", re.IGNORECASE)
    return re.compile(rf"(?<!\w){said}(?::[a-zåäö]+)?(?!\w)")


class LookedAt:
    """Of one form: the words are fetched when a template asks for them, so a form that is saved costs nothing."""

    def __init__(self, form: Any) -> None:
        self.form = form
        self.is_given = False

    @cached_property
    def words(self) -> list[Word]:
        return words_in_force()

    @property
    def as_json(self) -> str:
        """For the attribute of the page from which the script reads."""
        return json.dumps([[w.kind, w.said, w.instead] for w in self.words], ensure_ascii=False)

    def once(self) -> str:
        """The words go along with the first field that is printed; the script keeps them for the next ones."""
        given, self.is_given = self.is_given, True
        return "" if given else self.as_json


@dataclass(frozen=True, slots=True)
class LookedAtField:
    """What the template of one field needs."""

    whole: LookedAt
    name: str

    @property
    def words(self) -> str:
        return self.whole.once()

    @property
    def offers(self) -> list[Offer]:
        """Only of a text that the server has been given."""
        text = self.whole.form.data.get(self.whole.form.add_prefix(self.name), "")
        return offers(str(text), self.whole.words) if self.whole.form.is_bound else []
