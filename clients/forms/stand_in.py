"""Why a file that is not one's own is needed."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.models.stand_in import StandInReason
from paku.kit.fields import CleanCharField
from paku.kit.identity_codes import finds_identity_code
from paku.saving.forms import GuardedForm

NO_CODE = _("Leave the identity code out: the reason stays in the use log.")


class ReasonForm(GuardedForm):
    """A reason in own words that is kept on the trail: no identity code belongs there."""

    guarded = ("why",)

    why = CleanCharField(label=_("In your own words"), limit=500)

    def clean_why(self) -> str:
        why: str = self.cleaned_data["why"]
        if finds_identity_code(why):
            raise forms.ValidationError(NO_CODE, code="identity_code")
        return why


class StandInForm(ReasonForm):
    """A code and a text: both are read by the own worker and, in a log report, by the client."""

    field_order = ("reason", "why")

    reason = forms.ChoiceField(
        label=_("Reason"), choices=StandInReason.choices, widget=forms.RadioSelect
    )
