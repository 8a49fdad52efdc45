"""An identity code written down or corrected. The code that is there already is never filled in."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.models import IdentityCode
from paku.kit.fields import IdentityCodeField
from paku.kit.identity_codes import birth_date
from paku.saving.forms import GuardedForm

NEW, WRONG = "new", "wrong"


def code_field(**options: Any) -> IdentityCodeField:
    """The same at intake and afterwards."""
    return IdentityCodeField(label=_("Identity code"), required=False, **options)


def birth_field() -> forms.BooleanField:
    return forms.BooleanField(
        label=_("Take the date of birth from the identity code"), required=False
    )


class IdentityCodeForm(GuardedForm):
    """`row`: what is in force now; then it is also asked why there is another, and the field may be emptied."""

    code = code_field(help_text=_("For example 010190-999W. Nobody needs to have one here."))
    why = forms.ChoiceField(
        label=_("What about the earlier one?"),
        widget=forms.RadioSelect,
        choices=[
            (NEW, _("the person has been given a new identity code")),
            (WRONG, _("the earlier one was written down wrong")),
        ],
    )
    takes_birth = birth_field()
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**63 - 1)

    def __init__(self, *args: Any, row: IdentityCode | None, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("seen", row.pk if row else 0)
        begins = self.data.get("seen") == "0" if self.is_bound else row is None
        if begins:  # also when the same sheet comes twice
            del self.fields["why"]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        code = data.get("code", "")
        if not code and "code" not in self.errors and data.get("why") != WRONG:
            self.add_error("code", _("Write the identity code."))
        if code and data.get("takes_birth") and birth_date(code) > self.today:
            self.add_error("takes_birth", _("The date of birth lies in the future."))
        return data

    @property
    def answers(self) -> dict[str, Any]:
        """What `correct_identity_code` takes."""
        data = self.cleaned_data
        told = {name: data[name] for name in ("code", "takes_birth", "seen")}
        return told | {"is_wrong": data.get("why") == WRONG}
