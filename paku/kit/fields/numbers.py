"""Minutes and kilometres: digits of any script, decimal comma, no surprises (`NaN`, `1e5`, 400
digits).
"""

import re
import unicodedata
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from paku.kit import widgets
from paku.kit.digits import plain_digits

MINUTES_OF_A_DAY = 1440
# a space stands before thousands only: "1 30" may be meant as an hour and a half
_NUMBER = re.compile(r"(?:[0-9]{1,6}|[0-9]{1,3} [0-9]{3})(?:\.(?P<part>[0-9]+))?")


def read_number(raw: str, *, decimals: int) -> Decimal | None:
    """`"1,5"` → `Decimal("1.5")`; None if it is no plain number of at most six digits and
    `decimals`.
    """
    text = " ".join(plain_digits(unicodedata.normalize("NFKC", raw)).split())
    found = _NUMBER.fullmatch(text.replace(",", "."))
    if found is None or len(found["part"] or "") > decimals:
        return None
    return Decimal(found[0].replace(" ", ""))


class _MeasureField(forms.Field):
    """A number between 0 and `most`. Empty gives None."""

    decimals = 0

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        self.most = most
        kwargs.setdefault(
            "widget", widgets.exact_line(inputmode="decimal" if self.decimals else "numeric")
        )
        super().__init__(**kwargs)

    def read(self, value: Any) -> Decimal | None:
        if value in self.empty_values or not str(value).strip():
            return None
        number = read_number(str(value)[:100], decimals=self.decimals)
        if number is None or number > self.most:
            raise ValidationError(self.told(), code="number")
        return number

    def told(self) -> str:
        return _("Type a whole number from 0 to %(most)s.") % {"most": self.most}


class MinutesField(_MeasureField):
    """Whole minutes, at most a day. Gives `int` or None."""

    def __init__(self, *, most: int = MINUTES_OF_A_DAY, **kwargs: Any) -> None:
        super().__init__(most=most, **kwargs)

    def to_python(self, value: Any) -> int | None:
        number = self.read(value)
        return None if number is None else int(number)


class KmField(_MeasureField):
    """Kilometres with at most one decimal. Gives `Decimal` or None; shown with a decimal comma."""

    decimals = 1

    def __init__(self, *, most: int = 2000, **kwargs: Any) -> None:
        super().__init__(most=most, **kwargs)

    def to_python(self, value: Any) -> Decimal | None:
        return self.read(value)

    def prepare_value(self, value: Any) -> Any:
        return str(value).replace(".", ",") if isinstance(value, (Decimal, float)) else value

    def told(self) -> str:
        sentence = _(
            "Type a number from 0 to %(most)s, with at most one decimal, for example 12,5."
        )
        return sentence % {"most": self.most}
