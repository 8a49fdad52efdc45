"""A break is over: the day is filled in, what helped is worth a few words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.kit.dates import finnish_date
from paku.kit.fields import CleanCharField, FinnishDateField, not_ahead
from paku.saving.forms import GuardedForm
from pathways.models import PathBreak


class OverForm(GuardedForm):
    """A slip of the finger is told here too: then the break counts nowhere, and stays readable."""

    asked_about = ("what_helped",)
    says_what_is_needed = True

    until = FinnishDateField(label=_("Over since"))
    what_helped = CleanCharField(
        label=_("What helped?"),
        limit=300,
        required=False,
        help_text=_("So that the same help is found the next time."),
    )
    is_mistake = forms.BooleanField(
        label=_("This was marked by mistake: do not count it"), required=False
    )

    def __init__(self, *args: Any, path_break: PathBreak, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.path_break, self.today = path_break, today
        self.initial.setdefault("until", today)

    def clean_until(self) -> date:
        until = not_ahead(self.cleaned_data["until"], self.today)
        if until < self.path_break.since:
            raise forms.ValidationError(
                _("It began on %(day)s, so it cannot have been over before that.")
                % {"day": finnish_date(self.path_break.since)}
            )
        return until
