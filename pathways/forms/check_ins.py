"""A call after support: reached or not, how it is going in the client's words, what next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.kit.fields import CleanCharField, FinnishDateField, NoteField
from paku.saving.forms import GuardedForm
from pathways.models import CheckIn


class CheckInForm(GuardedForm):
    """One choice is asked; a call in vain is tried again on a day."""

    guarded = asked_about = ("client_words", "words")
    says_what_is_needed = True

    reached = forms.ChoiceField(
        label=_("Did you reach the client?"),
        choices=[("yes", _("Yes")), ("no", _("Not this time"))],
        widget=forms.RadioSelect,
    )
    client_words = NoteField(
        label=_("How is it going, in the client's words?"), limit=5000, rows=3, required=False
    )
    words = NoteField(  # type: ignore[assignment]  # a field of this name, not the base's list
        label=_("What do you say yourself?"), limit=5000, rows=2, required=False
    )
    what_next = CleanCharField(label=_("What was asked for or agreed?"), limit=300, required=False)
    again_on = FinnishDateField(label=_("Not reached: I try again on"), required=False)
    on = FinnishDateField(label=_("Date"))

    def __init__(self, *args: Any, check_in: CheckIn, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.check_in, self.today = check_in, today
        self.initial.update(on=today, again_on=today + timedelta(days=7))
        if not check_in.path.is_open:
            del self.fields["again_on"]

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if not self.check_in.step.agreed_on <= on <= self.today:
            raise forms.ValidationError(_("Give a day between the agreement and today."))
        return on

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        asks_again = data.get("reached") == "no" and "again_on" in self.fields
        day = data.get("again_on")
        if asks_again and "again_on" not in self.errors and (not day or day <= self.today):
            self.add_error("again_on", _("Give a day ahead, so that it is not forgotten."))
        return data

    @property
    def call(self) -> dict[str, Any]:
        """What `call` takes."""
        names = ("client_words", "words", "what_next", "on")
        is_reached = self.cleaned_data["reached"] == "yes"
        return {name: self.cleaned_data[name] for name in names} | {
            "reached": is_reached,
            "again_on": None if is_reached else self.cleaned_data.get("again_on"),
        }
