"""Taking back what was allowed or forbidden."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.forms.consents import choices_of
from network.models import Consent
from network.models.consent_kinds import Manner
from paku.kit.fields import CleanCharField, FinnishDateField, not_ahead
from paku.saving.forms import GuardedForm


class WithdrawalForm(GuardedForm):
    """One step: the day and how; the reason only if the person wants to say it."""

    guarded = ("withdrawn_why",)

    withdrawn_on = FinnishDateField(label=_("Taken back on"))
    withdrawn_how = forms.ChoiceField(
        label=_("How"),
        choices=choices_of(Manner),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it was taken back.")},
    )
    withdrawn_why = CleanCharField(
        label=_("Why"),
        limit=300,
        required=False,
        help_text=_("Only if the person wants to say. No reason is needed."),
    )

    def __init__(self, *args: Any, consent: Consent, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consent, self.today = consent, today
        self.initial.setdefault("withdrawn_on", today)

    def clean_withdrawn_on(self) -> date:
        day = not_ahead(self.cleaned_data["withdrawn_on"], self.today)
        if day < self.consent.given_on:
            raise forms.ValidationError(_("It cannot be taken back before it was given."))
        return day
