"""Why a colleague's client's file is needed."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.models.stand_in import StandInReason
from paku.kit.fields import CleanCharField
from paku.saving.forms import GuardedForm


class StandInForm(GuardedForm):
    """A code and a text: both are read by the own worker and, in a log report, by the client."""

    reason = forms.ChoiceField(
        label=_("Reason"), choices=StandInReason.choices, widget=forms.RadioSelect
    )
    why = CleanCharField(label=_("In your own words"), limit=500)
