"""What may be a password: long, and not one that others would try first. No rule about capitals, digits or signs.

Named in `AUTH_PASSWORD_VALIDATORS`; Django asks each with the password and the user.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from paku.access.demo_accounts import DEMO_PASSWORD
from paku.kit.folding import folded

HERE = Path(__file__).parent
SHORTEST, LONGEST = 12, 1024
LOOKS_LIKE = str.maketrans("@4310$57€", "aaelosste")
FEW = 4


class Length:
    """Twelve signs at least, 1,024 at most. The demonstration's own password is the one exception, and only there."""

    def validate(self, password: str, user: Any = None) -> None:
        if settings.DEMO and password == DEMO_PASSWORD:
            return
        if len(password) < SHORTEST:
            raise ValidationError(
                _("The password has %(length)s characters. It must have at least 12.")
                % {"length": len(password)},
                code="password_too_short",
            )
        if len(password) > LONGEST:
            raise ValidationError(
                _("The password is too long: 1,024 characters are the most."),
                code="password_too_long",
            )

    def get_help_text(self) -> str:
        return _(
            "At least 12 characters. A few words that do not belong together are good and easy to remember."
        )


class NotKnown:
    """Not among the passwords that have leaked elsewhere, nor such a one with a year at its end."""

    def validate(self, password: str, user: Any = None) -> None:
        if (settings.DEMO and password == DEMO_PASSWORD) or len(password) > LONGEST:
            return
        around = frozenset(_words_around(user))
        if is_known(password, around):
            raise ValidationError(
                _(
                    "This password, or one very much like it, is among the first that a stranger would try."
                    " Choose words that nobody would guess."
                ),
                code="password_too_common",
            )

    def get_help_text(self) -> str:
        return _("Not a common password, not your name, your team or a place with a number.")


def is_known(password: str, around: frozenset[str] = frozenset()) -> bool:
    """Whether the password, or its core, is on the lists, repeats few signs or runs along the keyboard's digits."""
    cores = set(_cores(password, around))
    return any(_is_thin(core) for core in cores) or not cores.isdisjoint(_listed(cores))


def _cores(password: str, around: frozenset[str]) -> Iterator[str]:
    plain = folded(password)
    for text in (plain, plain.translate(LOOKS_LIKE)):
        yield _once(text)
        yield _once(_bare(text))
        yield _once(_bare(_without(around, text)))


def _without(words: frozenset[str], text: str) -> str:
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word, "")
    return text


def _bare(text: str) -> str:
    """Without digits and signs at the ends."""
    return re.sub(r"^[^a-z]+|[^a-z]+$", "", text)


def _once(text: str) -> str:
    """`salasanasalasana` is `salasana`."""
    twice = re.fullmatch(r"(.{1,100}?)\1+", text[:LONGEST], re.DOTALL)
    return twice[1] if twice else text


def _is_thin(core: str) -> bool:
    """Nothing is left, or only steps of one (`123456789012`, `abcdefghijkl`)."""
    steps = {(ord(b) - ord(a)) % 10 for a, b in pairwise(core)}
    return len(core) < FEW or len(steps) == 1


def _listed(cores: set[str]) -> set[str]:
    """Those of the cores that the lists hold; read line by line, so nothing of it stays in memory."""
    with gzip.open(HERE / "common.txt.gz", "rt", encoding="utf-8") as common:
        found = {word for line in common if (word := line.rstrip("\n")) in cores}
    return found | {word for word in (HERE / "words.txt").read_text().split("\n") if word in cores}


def _words_around(user: Any) -> Iterator[str]:
    """What everybody at work knows of the person: names, team, provider."""
    yield "paku"
    if user is None:
        return
    told = [user.username, user.name, user.title, user.email]
    if user.pk:
        told += [text for m in user.rights for text in (m.team.name, m.team.provider)]
    for word in re.split(r"[^a-z]+", folded(" ".join(told))):
        if len(word) >= FEW:
            yield word
