"""How inputs that hold client data behave in a browser.

Nothing offers what was typed for another person (`autocomplete="off"`), nothing is sent to a
spelling service, and no `maxlength` cuts a pasted text in silence: too long is said, not done.
"""

from django import forms

CLIENT_DATA: dict[str, str] = {"autocomplete": "off"}
NOT_WORDS: dict[str, str] = {
    "autocomplete": "off",
    "spellcheck": "false",
    "autocapitalize": "off",
    "autocorrect": "off",
}


def line(**attrs: str) -> forms.TextInput:
    """One line of client data."""
    return forms.TextInput(attrs=CLIENT_DATA | attrs)


def exact_line(**attrs: str) -> forms.TextInput:
    """One line that is no word of a language: a code, a number, a date."""
    return forms.TextInput(attrs=NOT_WORDS | attrs)


def paragraphs(*, rows: int = 8, lang: str = "") -> forms.Textarea:
    """Many lines; `lang` names the language written in it (spelling, screen readers)."""
    attrs = CLIENT_DATA | {"rows": str(rows)} | ({"lang": lang} if lang else {})
    return forms.Textarea(attrs=attrs)
