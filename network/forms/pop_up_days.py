"""Days on which a service comes to a place: the first day tells the weekday, the rhythm tells the rest."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from clients.models import Municipality
from network.models.pop_up_series import LAST, LONGEST, Rhythm
from paku.kit.fields import CleanCharField, FinnishDateField, FinnishTimeField, MinutesField
from paku.saving.forms import GuardedForm

NTHS = [
    (1, _("first of the month")),
    (2, _("second of the month")),
    (3, _("third of the month")),
    (4, _("fourth of the month")),
    (LAST, _("last of the month")),
]


class PopUpForm(GuardedForm):
    """What the days of a series are made of."""

    guarded = ("place",)

    municipality = forms.ModelChoiceField(
        label=_("Municipality"), queryset=Municipality.objects.all()
    )
    place = CleanCharField(
        label=_("Which place"),
        limit=120,
        help_text=_("As you would tell it to a client: town hall, lobby."),
    )
    since = FinnishDateField(
        label=_("First day"), help_text=_("The others come on the same weekday.")
    )
    opens_at = FinnishTimeField(label=_("From what time"))
    closes_at = FinnishTimeField(label=_("Until what time"))
    rhythm = forms.ChoiceField(
        label=_("How often"),
        choices=[(one.value, capfirst(one.label)) for one in Rhythm],
        widget=forms.RadioSelect,
        initial=Rhythm.ONCE,
    )
    every = MinutesField(label=_("Every how many weeks"), most=12, required=False)
    nths = forms.TypedMultipleChoiceField(
        label=_("Which of the month"),
        choices=NTHS,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    until = FinnishDateField(label=_("Last day"), required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_since(self) -> date:
        since: date = self.cleaned_data["since"]
        if since < self.today:
            raise forms.ValidationError(_("The day has been already."))
        return since

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        opens_at, closes_at = data.get("opens_at"), data.get("closes_at")
        if opens_at and closes_at and closes_at <= opens_at:
            self.add_error("closes_at", _("It ends after it begins."))
        if data.get("since") and data.get("rhythm"):
            self._rule(data)
        return data

    def _rule(self, data: dict[str, Any]) -> None:
        """What the chosen rhythm needs; what it does not use is left out."""
        data["weekday"] = data["since"].weekday()
        if data["rhythm"] == Rhythm.ONCE:
            data.update(every=1, nths=[], until=data["since"])
            return
        if "until" in data and data["until"] is None:
            self.add_error("until", _("Tell the last day: what is promised has an end."))
        elif data.get("until") and not data["since"] <= data["until"] <= data["since"] + LONGEST:
            self.add_error("until", _("The last day is after the first, within a year and a half."))
        if data["rhythm"] == Rhythm.WEEKS:
            data["nths"] = []
            if "every" in data and not data["every"]:
                self.add_error(
                    "every", _("Tell after how many weeks it comes again: 1 is every week.")
                )
        else:
            data["every"] = 1
            if "nths" in data and not data["nths"]:
                self.add_error("nths", _("Tick at least one."))


class CancelForm(GuardedForm):
    """One day is not held, or is held after all."""

    guarded = ("why",)

    why = CleanCharField(
        label=_("Why is it not held?"),
        limit=200,
        help_text=_("What one tells somebody who was coming."),
    )


class HoldForm(GuardedForm):
    """A button."""


class EndSeriesForm(GuardedForm):
    """The last day on which it still comes."""

    last_on = FinnishDateField(label=_("Last day on which it still comes"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("last_on", today)

    def clean_last_on(self) -> date:
        last_on: date = self.cleaned_data["last_on"]
        if last_on < self.today:
            raise forms.ValidationError(_("The days that have been stay in the list."))
        return last_on
