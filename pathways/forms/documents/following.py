"""Why a new version is made, and when a document was moved to the official record."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.kit.fields import CleanCharField, FinnishDateField, not_ahead
from paku.saving.forms import GuardedForm


class FollowForm(GuardedForm):
    """The reason stands in the new version."""

    asked_about = ("reason",)

    reason = CleanCharField(label=_("Why is a new version made?"), limit=300)


class MovedForm(GuardedForm):
    """The day is filled in. `ready_on`: the first day that it may be."""

    too_early = _("The document was not ready then.")

    on = FinnishDateField(label=_("Moved to the official record on"))

    def __init__(self, *args: Any, today: date, ready_on: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.ready_on = today, ready_on
        self.initial.setdefault("on", today)

    def clean_on(self) -> date:
        on = not_ahead(self.cleaned_data["on"], self.today)
        if self.ready_on and on < self.ready_on:
            raise forms.ValidationError(self.too_early)
        return on


class VisitMovedForm(MovedForm):
    """Of a visit. `version`: that of the text which was shown to be copied."""

    too_early = _("The visit was still ahead then.")

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=32000)


class DropForm(GuardedForm):
    """`seen`: how many times the document had been saved when it was asked about."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
