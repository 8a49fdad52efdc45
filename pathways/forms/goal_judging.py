"""Where one is with a goal, in two taps; and how it closed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from paku.kit.fields import CleanCharField, FinnishDateField, not_ahead
from paku.saving.forms import GuardedForm
from pathways.models import GoalText
from pathways.models.filled_with import FilledWith
from pathways.models.goal_level import Closing


class JudgeForm(GuardedForm):
    """Two taps: the sentence that is true now, and save. The rest is filled in and may be changed."""

    level = forms.TypedChoiceField(
        label=_("Which of these is true now?"),
        widget=forms.RadioSelect,
        coerce=int,
        error_messages={"required": _("Choose the sentence that is true now.")},
    )
    filled_with = forms.ChoiceField(
        label=_("Who judged it?"),
        widget=forms.RadioSelect,
        choices=[(one.value, capfirst(one.label)) for one in FilledWith],
        initial=FilledWith.TOGETHER,
    )
    on = FinnishDateField(label=_("Date"))
    note = CleanCharField(label=_("In words"), limit=300, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=32000)

    def __init__(self, *args: Any, text: GoalText, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text, self.today = text, today
        self.initial.setdefault("on", today)
        self.initial["version"] = text.version
        field: Any = self.fields["level"]
        field.choices = [(rung.level.value, rung.words) for rung in text.rungs]

    def clean_on(self) -> date:
        return day_between(self.cleaned_data["on"], self.text.goal.since, self.today)

    @property
    def answers(self) -> dict[str, Any]:
        told = super().answers
        return told | {"seen_version": told.pop("version")}


class CloseForm(GuardedForm):
    """How it closed, in words without shame."""

    closing = forms.ChoiceField(
        label=_("How did it go?"),
        widget=forms.RadioSelect,
        choices=[(one.value, capfirst(one.label)) for one in Closing],
        error_messages={"required": _("Choose how the goal closed.")},
    )
    words = CleanCharField(label=_("In words"), limit=300, required=False)  # type: ignore[assignment]
    on = FinnishDateField(label=_("Date"))

    def __init__(self, *args: Any, text: GoalText, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text, self.today = text, today
        self.initial.setdefault("on", today)

    def clean_on(self) -> date:
        return day_between(self.cleaned_data["on"], self.text.goal.since, self.today)


def day_between(day: date, since: date, today: date) -> date:
    """A day of the goal's own time."""
    if day < since:
        raise forms.ValidationError(_("The day is before the goal began."))
    return not_ahead(day, today)
