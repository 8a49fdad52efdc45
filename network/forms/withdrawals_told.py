"""A recipient was told that the client took the consent back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.forms.consents import choices_of
from network.models import Consent
from network.models.withdrawal_told import Told
from paku.kit.fields import FinnishDateField, not_ahead
from paku.saving.forms import GuardedForm


class WithdrawalToldForm(GuardedForm):
    """The day and how."""

    told_on = FinnishDateField(label=_("Told on"))
    how = forms.ChoiceField(
        label=_("How"),
        choices=choices_of(Told),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how they were told.")},
    )

    def __init__(self, *args: Any, consent: Consent, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consent, self.today = consent, today
        self.initial.setdefault("told_on", today)

    def clean_told_on(self) -> date:
        day = not_ahead(self.cleaned_data["told_on"], self.today)
        if self.consent.withdrawn_on and day < self.consent.withdrawn_on:
            raise forms.ValidationError(_("It had not been taken back yet on that day."))
        return day
