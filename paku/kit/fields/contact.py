"""Ways to reach a person: phone and e-mail."""

from typing import Any

from django import forms
from django.core.validators import EmailValidator

from paku.kit import widgets
from paku.kit.fields.text import CleanCharField
from paku.kit.phones import read_phone, shown_phone

EMAIL_LIMIT = 254


class PhoneField(CleanCharField):
    """A phone number, kept as E.164 and shown as `040 123 4567`."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", widgets.exact_line(type="tel", inputmode="tel"))
        super().__init__(limit=40, **kwargs)

    def read(self, text: str) -> str:
        return read_phone(text) if text else ""

    def prepare_value(self, value: Any) -> Any:
        is_stored = isinstance(value, str) and value[:1] == "+" and value[1:].isdigit()
        return shown_phone(value) if is_stored else value


class EmailField(CleanCharField):
    """One address; the domain in lower case. The local part stays as typed (its owner decides)."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.EmailInput(attrs=widgets.NOT_WORDS))
        super().__init__(limit=EMAIL_LIMIT, validators=[EmailValidator()], **kwargs)

    def read(self, text: str) -> str:
        local, at, domain = text.rpartition("@")
        return f"{local}{at}{domain.lower()}"


def shown_domain(address: str) -> str:
    """The domain of an address; a punycode one in both forms, since the two may look alike."""
    domain = address.rpartition("@")[2]
    try:
        readable = domain.encode("ascii").decode("idna")
    except UnicodeError:
        return domain
    return domain if readable == domain else f"{domain} ({readable})"
