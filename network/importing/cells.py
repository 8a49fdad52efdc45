"""From the text of a cell to a value, and from a value to what is shown. `BadText` says what is wrong with a cell."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from network.importing.towns import Towns
from paku.kit.folding import folded
from paku.kit.phones import read_phone, shown_phone
from paku.kit.refusals import BadText
from paku.kit.text import clean_text

Read = Callable[[str, Any], Any]
Said = Callable[[Any, Any], str]

FORMULA = ("=", "+", "-", "@")
LONGEST_WAIT = 3650
YES = frozenset({"kylla", "k", "x", "1", "yes", "y", "true", "ja", "j"})
NO = frozenset({"ei", "e", "0", "no", "n", "false", "nej"})


def line(most: int) -> Read:
    """One line of text. What a spreadsheet would take for a formula is no text."""

    def read(raw: str, _towns: Any) -> str:
        text = clean_text(raw, multiline=False, limit=most)
        if text.startswith(FORMULA):
            raise BadText(
                _("The text begins with “%(sign)s”, as a formula does.") % {"sign": text[0]},
                code="formula",
            )
        return text

    return read


def phone(raw: str, _towns: Towns) -> str:
    return read_phone(clean_text(raw, multiline=False, limit=40))


def days(raw: str, _towns: Towns) -> int:
    text = raw.strip()
    if not (text.isascii() and text.isdigit() and len(text) <= 4 and int(text) <= LONGEST_WAIT):
        raise BadText(
            _("A wait is told in days, 0–%(most)s.") % {"most": LONGEST_WAIT}, code="days"
        )
    return int(text)


def yes_or_no(raw: str, _towns: Towns) -> bool:
    said = folded(raw.strip())
    if said not in YES | NO:
        raise BadText(_("Write yes or no."), code="yes_or_no")
    return said in YES


def one_of(choices: Any) -> Read:
    """By code, or by the label in any of the languages."""

    def read(raw: str, _towns: Towns) -> str:
        found = _codes_of(choices).get(folded(raw.strip()))
        if found is None:
            labels = ", ".join(str(label) for label in choices.labels)
            raise BadText(_("Write one of these: %(labels)s.") % {"labels": labels}, code="choice")
        return found

    return read


@lru_cache(maxsize=8)
def _codes_of(choices: Any) -> dict[str, str]:
    codes = {folded(code): code for code in choices.values}
    for language, _name in settings.LANGUAGES:
        with override(language):
            codes |= {folded(str(label)): code for code, label in choices.choices}
    return codes


def towns_served(raw: str, towns: Towns) -> list[str]:
    """Codes, in order: `Viitasaari, Pihtipudas`."""
    return sorted({towns.code(part) for part in raw.replace("|", ",").split(",") if part.strip()})


def places(raw: str, towns: Towns) -> list[str]:
    """`code` or `code: place`, in order: `Viitasaari: library | Pihtipudas`."""
    found = set()
    for part in raw.split("|"):
        if part.strip():
            town, _colon, where = part.partition(":")
            text = line(120)(where, towns)
            found.add(f"{towns.code(town)}: {text}" if text else towns.code(town))
    return sorted(found)


def as_it_is(value: Any, _towns: Towns) -> str:
    return "" if value is None else str(value)


def as_phone(value: Any, _towns: Towns) -> str:
    return shown_phone(value) if value else ""


def as_yes_or_no(value: Any, _towns: Towns) -> str:
    return _("yes") if value else _("no")


def as_one_of(choices: Any) -> Said:
    return lambda value, _towns: str(dict(choices.choices).get(value, value or ""))


def as_towns(value: Any, towns: Towns) -> str:
    return ", ".join(towns.name(code) for code in value)


def as_places(value: Any, towns: Towns) -> str:
    pairs = (told.partition(": ") for told in value)
    return " | ".join(
        towns.name(code) + (f": {where}" if where else "") for code, _, where in pairs
    )


def as_persons(value: Any, _towns: Any) -> str:
    return " | ".join(
        ", ".join(part for part in (name, title, phone and shown_phone(phone)) if part)
        for name, title, phone in value
    )
