"""The Finnish personal identity code (henkilötunnus): reading one, and finding one in a text.

Government decree 128/2010 section 2, signs as amended by 690/2022. The sign is part of the
identity: 010594-… and 010594Y… can be two people. Individual numbers 900–999 are temporary or
artificial and never belong to a person of the population register. The code says the birth date;
sex is not derived from it.
"""

import re
import unicodedata
from datetime import date

from django.utils.translation import gettext as _
from stdnum.exceptions import InvalidChecksum, InvalidComponent, ValidationError
from stdnum.fi import hetu

from paku.kit.digits import plain_digits
from paku.kit.refusals import BadText

_CENTURIES = {"+": 1800} | dict.fromkeys("-YXWVU", 1900) | dict.fromkeys("ABCDEF", 2000)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"))
_DIGIT_PLACES = (0, 1, 2, 3, 4, 5, 7, 8, 9)
_LOOKS_LIKE_ONE = re.compile(r"(?<![0-9A-Z])[0-9]{6}[-+A-FU-Y][0-9]{3}[0-9A-Y](?![0-9A-Z])")


def read_identity_code(raw: str, *, only_artificial: bool = False) -> str:
    """The code in its one spelling, or `BadText`. `only_artificial`: the demo holds no real person."""
    code = _one_spelling(raw)
    if len(code) != 11:
        raise BadText(
            _("An identity code has 11 characters, for example 010190-999W."), code="length"
        )
    for place in _DIGIT_PLACES:
        if code[place] == "O":
            raise BadText(
                _("Character %(place)s is the letter O. Type the number 0 there.")
                % {"place": place + 1},
                code="letter_o",
            )
    _check(code)
    if only_artificial and not is_temporary(code):
        raise BadText(
            _("This is a demonstration: only made-up codes (900–999) may be typed here."),
            code="real_code",
        )
    return code


def is_temporary(code: str) -> bool:
    """True for 900–999: a temporary code, to be replaced when the person gets a permanent one."""
    return code[7] == "9"


def birth_date(code: str) -> date:
    """The date in a code that `read_identity_code` has passed."""
    return date(_CENTURIES[code[6]] + int(code[4:6]), int(code[2:4]), int(code[:2]))


def finds_identity_code(text: str) -> bool:
    """True if the text holds a valid identity code somewhere: a warning beside a note, never a
    refusal.
    """
    shown = text.translate(_DASHES).upper()
    return any(
        hetu.is_valid(found.group(), allow_temporary=True)
        for found in _LOOKS_LIKE_ONE.finditer(shown)
    )


def _one_spelling(raw: str) -> str:
    text = plain_digits(unicodedata.normalize("NFKC", raw)).translate(_DASHES)
    return "".join(text.split()).upper()


def _check(code: str) -> None:
    if code[6] not in _CENTURIES:  # stdnum takes more signs for a dash than we keep
        raise BadText(_("This is not an identity code. An example: 010190-999W."), code="shape")
    try:
        hetu.validate(code, allow_temporary=True)
    except InvalidChecksum:
        sentence = _("The last character does not match the rest. Please check each character.")
        raise BadText(sentence, code="checksum") from None
    except InvalidComponent:
        raise BadText(
            _("There is no such date or number in an identity code."), code="date"
        ) from None
    except ValidationError:
        sentence = _("This is not an identity code. An example: 010190-999W.")
        raise BadText(sentence, code="shape") from None
