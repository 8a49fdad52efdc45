"""One way for any text to come in: `clean_text`. Every text field of the product passes through it.

Refused (the sentence says what to do): U+0000, lone surrogates, U+FFFD (a letter was lost before it
came to us), too long. Removed, since nobody sees them and they deceive: other control characters,
non-characters, direction controls, invisible spaces and fillers, joiners that join nothing. More
than four marks on one letter are cut. The result is NFC with "\n" as its only line end. Private-use
characters stay: a pasted bullet is somebody's text.
"""

import re
import unicodedata

from django.utils.translation import gettext as _

from paku.kit.folding import folded, mixed_script
from paku.kit.identity_codes import finds_identity_code
from paku.kit.refusals import BadText

__all__ = [
    "NAME_LIMIT",
    "NOTE_LIMIT",
    "SEARCH_LIMIT",
    "BadText",
    "clean_text",
    "finds_identity_code",
    "folded",
    "mixed_script",
]

NAME_LIMIT = 100
NOTE_LIMIT = 100_000
SEARCH_LIMIT = 100
MARKS_PER_LETTER = 4

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_ZERO_WIDTH_JOINERS = "\u200c\u200d"
_REMOVED = (
    (0x01, 0x08), (0x0E, 0x1F), (0x7F, 0x84), (0x86, 0x9F),  # controls but tab and line ends
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x180E, 0x180E),  # invisible
    (0x115F, 0x1160), (0x17B4, 0x17B5),  # fillers that count as letters, vowels that are not seen
    (0x200B, 0x200B), (0x200E, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F),  # direction, joiners
    (0x3164, 0x3164), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF9, 0xFFFB),  # fillers, annotation
    (0xFDD0, 0xFDEF), (0xE0000, 0xE007F),  # non-characters, tags
    *((plane << 16 | 0xFFFE, plane << 16 | 0xFFFF) for plane in range(17)),
)  # fmt: skip
_REMOVED_CLASS = re.compile("[" + "".join(f"{chr(a)}-{chr(b)}" for a, b in _REMOVED) + "]")


def clean_text(raw: str, *, multiline: bool, limit: int) -> str:
    """The text as it is stored, or `BadText`. Cleaning twice gives the same as cleaning once.

    `limit` counts code points after cleaning. A single line has its white space (line ends too)
    made into single spaces; a longer text keeps its lines and loses only what is blank round it.
    """
    _refuse_what_cannot_be_kept(raw)
    text = _one_pass(raw, multiline)
    while (again := _one_pass(text, multiline)) != text:
        text = again
    if len(text) > limit:
        raise BadText(
            _("This is %(length)s characters long; at most %(limit)s fit.")
            % {"length": len(text), "limit": limit},
            code="too_long",
        )
    return text if _says_something(text) else ""


def _refuse_what_cannot_be_kept(raw: str) -> None:
    if not isinstance(raw, str):
        raise BadText(_("This is not text."), code="not_text")
    if "\x00" in raw:
        place = raw.index("\x00") + 1
        raise BadText(
            _("Character %(place)s is a null character, which cannot be saved. Please remove it.")
            % {"place": place},
            code="null",
        )
    if "\ufffd" in raw:
        raise BadText(
            _("Character %(place)s is �: a letter has been lost there. Please type it again.")
            % {"place": raw.index("\ufffd") + 1},
            code="lost_letter",
        )
    if any("\ud800" <= sign <= "\udfff" for sign in raw):
        raise BadText(_("The text is broken: it holds half a character."), code="surrogate")


def _one_pass(text: str, multiline: bool) -> str:
    text = _REMOVED_CLASS.sub("", _LINE_ENDS.sub("\n", text))
    if not text.isascii():
        text = text.replace("\u2800", " ")
        text = _without_idle_joiners(text)
        text = _with_few_marks(unicodedata.normalize("NFC", text))
    return text.strip() if multiline else " ".join(text.split())


def _without_idle_joiners(text: str) -> str:
    """Joiners stay between letters, where Persian or Sinhala needs them, and go everywhere else."""
    if not any(joiner in text for joiner in _ZERO_WIDTH_JOINERS):
        return text
    kept: list[str] = []
    for place, sign in enumerate(text):
        if sign in _ZERO_WIDTH_JOINERS:
            following = text[place + 1 : place + 2]
            if not (kept and kept[-1] not in _ZERO_WIDTH_JOINERS and _is_letter(kept[-1], "LM")):
                continue
            if not (following and _is_letter(following, "L")):
                continue
        kept.append(sign)
    return "".join(kept)


def _is_letter(sign: str, groups: str) -> bool:
    return unicodedata.category(sign)[0] in groups


def _with_few_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for sign in text:
        marks = marks + 1 if sign > "\u02ff" and unicodedata.category(sign)[0] == "M" else 0
        if marks <= MARKS_PER_LETTER:
            kept.append(sign)
    return "".join(kept)


def _says_something(text: str) -> bool:
    """False for a text of nothing but spaces, marks without a letter and signs nobody sees."""
    return any(
        unicodedata.category(sign)[0] not in "MZ" and unicodedata.category(sign) not in ("Cf", "Cc")
        for sign in text
    )
