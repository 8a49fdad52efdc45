"""Naming the person and the reason in an emergency; and looking it through afterwards."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.forms.stand_in import ReasonForm
from clients.models.break_glass import SHORTEST_EMERGENCY_REASON, EmergencyReason
from paku.kit.fields import FinnishDateField, NameField, NoteField
from paku.saving.forms import GuardedForm

NOBODY = _(
    "No such client. The last name, the first name and the date of birth must be exactly as they are in the file."
)
PERSON = ("last_name", "called", "born_on")


class EmergencyForm(ReasonForm):
    """One person, named exactly: there is no list to choose from."""

    field_order = (*PERSON, "reason", "why")

    last_name = NameField(label=_("Last name"))
    called = NameField(label=_("First name or nickname"))
    born_on = FinnishDateField(label=_("Date of birth"))
    reason = forms.ChoiceField(
        label=_("What is the emergency?"), choices=EmergencyReason.choices, widget=forms.RadioSelect
    )
    why = NoteField(
        label=_("Why is the file needed now?"),
        limit=500,
        rows=4,
        help_text=_("At least 20 characters. The client may read the reason."),
    )

    def clean_why(self) -> str:
        why = super().clean_why()
        if len(why) < SHORTEST_EMERGENCY_REASON:
            raise forms.ValidationError(
                _("Tell a little more: at least 20 characters."), code="too_short"
            )
        return why

    @property
    def person(self) -> dict[str, Any]:
        """What `named_exactly` takes."""
        return {name: self.cleaned_data[name] for name in PERSON}

    @property
    def grounds(self) -> dict[str, str]:
        """What `begin` takes."""
        return {name: self.cleaned_data[name] for name in ("reason", "why")}

    def say_nobody(self) -> None:
        """The same sentence for everybody whom one cannot get."""
        self.add_error(None, forms.ValidationError(NOBODY, code="nobody"))


class ReviewForm(GuardedForm):
    """Was it justified, and why."""

    guarded = ("why",)

    was_justified = forms.TypedChoiceField(
        label=_("Was the opening justified?"),
        choices=[("yes", _("yes, it was justified")), ("no", _("no, it was not justified"))],
        coerce=lambda told: told == "yes",
        widget=forms.RadioSelect,
    )
    why = NoteField(label=_("On what grounds?"), limit=1000, rows=4)
