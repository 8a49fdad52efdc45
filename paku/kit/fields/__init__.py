"""The form fields of the house. Forms use these, never Django's own text, date and number fields."""

from paku.kit.fields.contact import EmailField, PhoneField
from paku.kit.fields.dates import (
    FinnishDateField,
    FinnishDateTimeField,
    FinnishTimeField,
    not_ahead,
)
from paku.kit.fields.identity import IdentityCodeField
from paku.kit.fields.numbers import KmField, MinutesField
from paku.kit.fields.text import CleanCharField, NameField, NoteField, SearchField

__all__ = [
    "CleanCharField",
    "EmailField",
    "FinnishDateField",
    "FinnishDateTimeField",
    "FinnishTimeField",
    "IdentityCodeField",
    "KmField",
    "MinutesField",
    "NameField",
    "NoteField",
    "PhoneField",
    "SearchField",
    "not_ahead",
]
