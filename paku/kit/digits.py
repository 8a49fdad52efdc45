"""Digits of any script become 0–9, the same in every field."""

import unicodedata


def plain_digits(text: str) -> str:
    """Arabic-Indic, full-width and other decimal digits as ASCII; all else unchanged."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(sign)) if unicodedata.category(sign) == "Nd" else sign
        for sign in text
    )
