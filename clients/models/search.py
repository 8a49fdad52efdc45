"""Finding a person by what is known: names in any order, part of a name, a slip of the pen, phone, date of birth.

Search stands on the same rule as every list (`listed_q`): the database function (migration 0008) looks only among
the clients whom the user may list, and the page then reads them through `listed_for` again.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection

from paku.access.roles import May
from paku.kit.digits import plain_digits
from paku.kit.fields.dates import read_date
from paku.kit.folding import folded
from paku.kit.phones import read_phone
from paku.kit.refusals import BadText
from paku.kit.sounding import sounds

SHOWN = 25
MOST_WORDS = 8
SHORTEST_PART = 3
FEWEST_DIGITS = 6
BETWEEN_DIGITS = str.maketrans("", "", " \xa0-–./()")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Folded words that must all be there; or a number (E.164); or a day. Any of the three is enough.

    `tail`: the last digits of a number. `heard`: how the words sound.
    """

    words: tuple[str, ...] = ()
    phone: str = ""
    born_on: date | None = None
    tail: str = ""
    heard: tuple[str, ...] = ()

    @classmethod
    def named(cls, name: str, *, phone: str = "", born_on: date | None = None) -> Wanted:
        """By what a form holds in fields of its own."""
        return cls(_words(name), phone, born_on, heard=sounds(name))

    @classmethod
    def from_text(cls, typed: str) -> Wanted:
        """From the one search field: a day, a number, or names with perhaps a day among them."""
        phone, born_on, tail = _phone(typed), _day(typed), _tail(typed)
        if phone or born_on or tail:
            return cls((), phone, born_on, tail)
        days = {part: _day(part) for part in typed.split()}
        name = " ".join(part for part, day in days.items() if day is None)
        return cls.named(name, born_on=next(filter(None, days.values()), None))

    @property
    def is_nothing(self) -> bool:
        """Nothing but signs: that is never a way of asking for everybody."""
        return not (self.words or self.phone or self.born_on or self.tail)

    @property
    def patterns(self) -> list[str]:
        """One or two letters begin a name; more may stand anywhere in it. Every sign is literal."""
        return [
            f"% {_literal(word)}%" if len(word) < SHORTEST_PART else f"%{_literal(word)}%"
            for word in self.words
        ]

    @property
    def comparable(self) -> list[str]:
        """The words that are long enough to be compared with a misspelt one."""
        return [word for word in self.words if sum(map(str.isalnum, word)) >= SHORTEST_PART]

    @property
    def audible(self) -> list[str]:
        """The sounds, when all the words are long enough: half a word sounds like nothing yet."""
        return list(self.heard) if len(self.comparable) == len(self.words) else []


@dataclass(frozen=True, slots=True)
class Hit:
    """A client found, and why. `nearness`: 1 = all the words are there, 0 = not by name."""

    client_id: int
    nearness: float
    same_phone: bool
    same_birth: bool
    sounds_alike: bool = False
    same_code: bool = False

    @property
    def is_found(self) -> bool:
        """By one thing at least."""
        return bool(self.nearness or self.same_phone or self.same_birth or self.same_code)


def search_clients(
    user: Any, wanted: Wanted, *, most: int = SHOWN + 1, same_code: Collection[int] = ()
) -> list[Hit]:
    """The best first, at most `most`; one statement, none for nothing.

    `same_code`: keys of clients found by the whole identity code, within the user's reach; they stand first.
    """
    exactly = [Hit(key, 0, False, False, same_code=True) for key in sorted(same_code)]
    return [
        *exactly,
        *(hit for hit in _found(user, wanted, most) if hit.client_id not in same_code),
    ]


def _found(user: Any, wanted: Wanted, most: int) -> list[Hit]:
    if wanted.is_nothing or not user.may(May.SEE_CLIENT):
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT client_id, nearness, same_phone, same_birth, sounds_alike"
            " FROM paku_search_clients(%s::text[], %s::text[], %s::text[], %s, %s, %s, %s, %s)",
            [
                wanted.patterns,
                wanted.comparable,
                wanted.audible,
                wanted.phone or None,
                wanted.tail,
                wanted.born_on,
                user.pk,
                most,
            ],
        )
        return [Hit(*row) for row in cursor.fetchall()]


def _words(name: str) -> tuple[str, ...]:
    found = dict.fromkeys(folded(name).split())
    return tuple(word for word in found if any(map(str.isalnum, word)))[:MOST_WORDS]


def _literal(word: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\%_" else sign for sign in word)


def _phone(typed: str) -> str:
    try:
        return read_phone(typed)
    except BadText:
        return ""


def _tail(typed: str) -> str:
    """Six digits or more and nothing else: the end of a number, without the zero that begins a Finnish one."""
    digits = plain_digits(typed.strip()).translate(BETWEEN_DIGITS)
    if not digits.isascii() or not digits.isdigit() or _day(typed):
        return ""
    return digits.lstrip("0") if len(digits.lstrip("0")) >= FEWEST_DIGITS else ""


def _day(typed: str) -> date | None:
    try:
        return read_date(typed)
    except ValidationError:
        return None
