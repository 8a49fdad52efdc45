"""What came up and when: something that was asked for, or an urgent need; and how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.kit.fields import CleanCharField, FinnishDateField, not_ahead
from paku.reminders.models import Clock
from paku.saving.forms import GuardedForm
from pathways.models import ClockRun, Pathway
from pathways.models.clock_run import Outcome, ways_to_end


class ClockStartForm(GuardedForm):
    """`clocks`: those in force that a worker may start."""

    says_what_is_needed = True
    asked_about = ("words",)

    code = forms.ChoiceField(label=_("What came up?"), widget=forms.RadioSelect)
    started_on = FinnishDateField(label=_("When did you learn of it?"))
    words = CleanCharField(  # type: ignore[assignment]  # a field of this name, not the base's list
        label=_("About what?"), limit=300, required=False
    )

    def __init__(self, *args: Any, clocks: Sequence[Clock], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.clocks = {clock.code: clock for clock in clocks}
        choice: Any = self.fields["code"]
        choice.choices = [(c.code, f"{c.label} ({c.words})") for c in self.clocks.values()]
        choice.error_messages["required"] = _("Choose what came up.")
        self.initial.setdefault("started_on", today)

    def clean_started_on(self) -> date:
        return not_ahead(self.cleaned_data["started_on"], self.today)

    @property
    def told(self) -> dict[str, Any]:
        """What `start_clock` takes."""
        data = self.cleaned_data
        return {
            "clock": self.clocks[data["code"]],
            "started_on": data["started_on"],
            "words": data["words"],
        }


class ClockOverForm(GuardedForm):
    """The day, and how."""

    says_what_is_needed = True
    asked_about = ("end_words",)

    outcome = forms.ChoiceField(
        label=_("How did it end?"), choices=Outcome.choices, widget=forms.RadioSelect
    )
    ended_on = FinnishDateField(label=_("When?"))
    end_words = CleanCharField(label=_("In a few words"), limit=300, required=False)

    def __init__(self, *args: Any, run: ClockRun, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.run, self.today = run, today
        ways: Any = self.fields["outcome"]
        ways.choices = ways_to_end(run.code)
        self.initial.setdefault("ended_on", today)

    def clean_ended_on(self) -> date:
        day = not_ahead(self.cleaned_data["ended_on"], self.today)
        if day < self.run.started_on:
            raise forms.ValidationError(_("It cannot end before it began."))
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("outcome") == Outcome.UNFOUNDED and not data.get("end_words"):
            self.add_error(
                "end_words", _("Write why: the law lets it be left out only when obviously so.")
            )
        return data


class AssessedForm(GuardedForm):
    """The assessment of need was made where the official record is: when was it ready?"""

    ended_on = FinnishDateField(label=_("When was it ready?"))

    def __init__(self, *args: Any, path: Pathway, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.path, self.today = path, today

    def clean_ended_on(self) -> date:
        day = not_ahead(self.cleaned_data["ended_on"], self.today)
        if day < self.path.opened_on:
            raise forms.ValidationError(_("The path was opened after that day."))
        return day
