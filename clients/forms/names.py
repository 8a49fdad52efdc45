"""What the person is called and when they were born: the same fields and sentences at intake and afterwards."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.actions.pseudonyms import REAL_NAMES
from paku.kit.fields import FinnishDateField, NameField


class NamesForm(forms.Form):
    """Some name is needed; what the person is called is enough."""

    last_name = NameField(label=_("Last name"), required=False)
    first_names = NameField(label=_("First names"), required=False)
    nickname = NameField(
        label=_("Called"),
        required=False,
        help_text=_("A nickname is enough when you know no other name."),
    )
    born_on = FinnishDateField(label=_("Date of birth"), required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.has_name = False

    def leave_out_real_names(self, *, keep: bool = False) -> None:
        """For a team that works with pseudonyms. `keep`: the person has a name from before, which stays."""
        for name in REAL_NAMES:
            del self.fields[name]
        self.has_name = keep

    def clean_born_on(self) -> date | None:
        born_on: date | None = self.cleaned_data["born_on"]
        if born_on and born_on > self.today:
            raise forms.ValidationError(_("The date of birth lies in the future."))
        return born_on

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if (
            not self.errors
            and not self.has_name
            and not any(data.get(name) for name in ("first_names", "last_name", "nickname"))
        ):
            self.add_error("nickname", _("Write some name: what the person is called is enough."))
        return data
