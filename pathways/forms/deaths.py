"""The death of a person whose file is closed to everybody: which file, and the day."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.kit import widgets
from paku.kit.fields import CleanCharField, FinnishDateField
from paku.kit.identity_codes import read_identity_code
from paku.kit.refusals import BadText
from paku.saving.forms import GuardedForm
from pathways.models.closed_file import find_closed_file


class FindForm(GuardedForm):
    """A number of the lists or a whole identity code; what finds nothing says the same of all."""

    number = CleanCharField(
        label=_("Number of the file, or identity code"),
        help_text=_("The number of eight signs on the lists, or the whole identity code."),
        limit=40,
        widget=widgets.exact_line(),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.found: UUID | None = None

    def clean_number(self) -> str:
        typed: str = self.cleaned_data["number"].strip()
        self.found = find_closed_file(self.user, short=typed.lower(), code=_code_in(typed))
        if self.found is None:
            raise forms.ValidationError(
                _("No file that is closed to everybody and yours to look after has this number."),
                code="not_found",
            )
        return typed


class DeathForm(GuardedForm):
    """The day, from where it is known, and the day that stood when the sheet was opened."""

    guarded = asked_about = ("why",)

    died_on = FinnishDateField(label=_("Date of death"))
    why = CleanCharField(
        label=_("From where is it known?"),
        help_text=_("For example the population register. Write nothing of what the file says."),
        limit=300,
        multiline=True,
    )
    seen = FinnishDateField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, today: date, stood: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("died_on", stood)
        self.initial.setdefault("seen", stood)
        if stood:
            self.fields["died_on"].required = False
            self.fields["died_on"].help_text = _(
                "Leave this empty if the day was written by mistake: it is then taken away."
            )

    def clean_died_on(self) -> date | None:
        died_on: date | None = self.cleaned_data["died_on"]
        if died_on and died_on > self.today:
            raise forms.ValidationError(_("The date of death lies in the future."))
        return died_on

    @property
    def answers(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("died_on", "why", "seen")}


def _code_in(typed: str) -> str:
    try:
        return read_identity_code(typed)
    except BadText:
        return ""
