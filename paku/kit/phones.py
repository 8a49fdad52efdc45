"""Phone numbers: read as people write them, kept as E.164, shown as Finns read them."""

import phonenumbers
from django.utils.translation import gettext as _
from phonenumbers import PhoneNumberFormat

from paku.kit.digits import plain_digits
from paku.kit.refusals import BadText

HOME = "FI"
_BETWEEN = dict.fromkeys(map(ord, " \xa0\u202f\t-‐‑–—./()"))
_SHORTEST = 6


def read_phone(raw: str) -> str:
    """`040 123 4567`, `+358 (0)40-1234567` → `+358401234567`; `BadText` for anything that cannot
    ring.
    """
    text = plain_digits(raw.strip())
    if text.startswith(("+", "00")):
        text = text.replace("(0)", "", 1)
    digits = text.translate(_BETWEEN)
    if not digits.removeprefix("+").isdigit():
        raise BadText(
            _("A phone number holds digits only, for example 040 123 4567 or +358 40 123 4567."),
            code="signs",
        )
    if len(digits) < _SHORTEST or len(digits) > 18:
        raise BadText(_("This is not a whole phone number."), code="length")
    try:
        number = phonenumbers.parse(digits, HOME)
    except phonenumbers.NumberParseException:
        raise BadText(_("There is no such phone number."), code="unknown") from None
    if not phonenumbers.is_possible_number(number) or _is_short(digits):
        raise BadText(_("There is no such phone number."), code="unknown")
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def shown_phone(stored: str) -> str:
    """`+358401234567` → `040 123 4567`; a foreign number with its country code; anything else as
    it is.
    """
    try:
        number = phonenumbers.parse(stored, None)
    except phonenumbers.NumberParseException:
        return stored
    if number.country_code != phonenumbers.country_code_for_region(HOME):
        return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    national = phonenumbers.national_significant_number(number)
    if len(national) == 9 and national[0] in "45":
        return f"0{national[:2]} {national[2:5]} {national[5:]}"
    return phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)


def _is_short(digits: str) -> bool:
    """112, 116117 and the like: nobody's own number (they start neither with 0 nor with a country)."""
    return digits[0] not in "+0"
