"""The few JSON bodies of the product are flat: names to texts. Anything else is refused, never
guessed.
"""

import json
from typing import Any, NoReturn

from django.utils.translation import gettext_lazy as _

from paku.kit.refusals import Refused

Texts = dict[str, str | list[str]]


def flat_texts(raw: str, *, most_names: int = 100) -> Texts:
    """`{"note": "…", "present": ["…"]}`; `Refused` (422) for numbers, objects, NaN, half
    characters, a name said twice.

    The texts are as typed (a draft keeps what a field would refuse), but can be stored: no U+0000
    and no lone surrogate.
    """
    try:
        found = json.loads(
            raw,
            parse_int=_refuse,
            parse_float=_refuse,
            parse_constant=_refuse,
            object_pairs_hook=_each_once,
        )
    except (ValueError, RecursionError):
        _refuse()
    if not isinstance(found, dict) or len(found) > most_names:
        _refuse()
    for name, value in found.items():
        for text in (name, *(value if isinstance(value, list) else [value])):
            if not _is_storable(text):
                _refuse()
    return found


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        _refuse()
    return found


def _is_storable(text: Any) -> bool:
    return (
        isinstance(text, str)
        and "\x00" not in text
        and not any("\ud800" <= sign <= "\udfff" for sign in text)
    )


def _refuse(_raw: str = "") -> NoReturn:
    raise Refused(_("The browser's message could not be read."), code="json")
