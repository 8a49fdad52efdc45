"""What is asked before a new client is made: who is it, and is the person here already?"""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.models.search import Wanted
from paku.kit.fields import FinnishDateField, NameField, PhoneField


class WhoForm(forms.Form):
    """Some name; a date of birth and a number help to tell whether the person is here already."""

    says_what_is_needed = True

    last_name = NameField(label=_("Last name"), required=False)
    first_names = NameField(label=_("First names"), required=False)
    nickname = NameField(
        label=_("Called"),
        required=False,
        help_text=_("A nickname is enough when you know no other name."),
    )
    born_on = FinnishDateField(label=_("Date of birth"), required=False)
    phone = PhoneField(label=_("Phone"), required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_born_on(self) -> date | None:
        born_on: date | None = self.cleaned_data["born_on"]
        if born_on and born_on > self.today:
            raise forms.ValidationError(_("The date of birth lies in the future."))
        return born_on

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not self.errors and not any(
            data.get(name) for name in ("first_names", "last_name", "nickname")
        ):
            self.add_error("nickname", _("Write some name: what the person is called is enough."))
        return data

    @property
    def wanted(self) -> Wanted:
        """Last name and the first of the first names: the others may be missing from the earlier file."""
        data = self.cleaned_data
        name = (
            f"{data['last_name']} {data['first_names'].partition(' ')[0]}".strip()
            or data["nickname"]
        )
        return Wanted.named(name, phone=data["phone"], born_on=data["born_on"])

    @property
    def asked(self) -> str:
        """For the trail's keyed hash."""
        return " ".join(
            str(self.cleaned_data[name] or "")
            for name in ("last_name", "first_names", "nickname", "born_on", "phone")
        )
