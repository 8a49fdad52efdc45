"""Who does what, and by which day the next report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.models import Assignment
from clients.models.assignment import Part
from paku.kit.fields import CleanCharField, FinnishDateField
from paku.saving.forms import GuardedForm
from pathways.models import Pair

DUTIES = 1000
A_YEAR = timedelta(days=366)
GONE = _("The day has gone already.")
WEEKS = (
    ("", _("no rhythm")),
    ("1", _("every week")),
    ("2", _("every two weeks")),
    ("4", _("every four weeks")),
    ("8", _("every eight weeks")),
    ("12", _("every twelve weeks")),
)


class PairForm(GuardedForm):
    """`beside`: the assignments of today that an agreement can be with."""

    guarded = asked_about = ("worker_duties", "partner_duties")
    says_what_is_needed = True

    partner = forms.ChoiceField(label=_("With whom"))
    worker_duties = CleanCharField(
        label=_("What the own worker does"),
        limit=DUTIES,
        multiline=True,
        help_text=_("One thing a line. Both read this."),
    )
    partner_duties = CleanCharField(
        label=_("What the one beside does"), limit=DUTIES, multiline=True
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)
    report_weeks = forms.ChoiceField(
        label=_("Rhythm of situation reports"), choices=WEEKS, required=False
    )
    report_due_on = FinnishDateField(
        label=_("Next report by"),
        required=False,
        help_text=_("Empty: by the rhythm, counted from today."),
    )

    def __init__(
        self, *args: Any, beside: Sequence[Assignment], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.beside = {str(one.worker.ref): one for one in beside}
        partner: Any = self.fields["partner"]
        partner.choices = [(ref, one.worker.name) for ref, one in self.beside.items()]

    def clean_report_due_on(self) -> date | None:
        return still_ahead(self.cleaned_data["report_due_on"], self.today)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        named = self.beside.get(data.get("partner", ""))
        wants = data.get("report_weeks") or data.get("report_due_on")
        if named and wants and named.part != Part.NEAR_WORKER:
            self.add_error(
                "report_weeks",
                _(
                    "Situation reports are written by a near-worker; a pair logs visits on the path."
                ),
            )
        return data

    @property
    def answers(self) -> dict[str, Any]:
        """What `agree` takes."""
        data = super().answers
        weeks = data["report_weeks"]
        kept = ("worker_duties", "partner_duties", "report_due_on")
        return {
            "partner": self.beside[data["partner"]].worker,
            "report_weeks": int(weeks) if weeks else None,
            **{name: data[name] for name in kept},
            "seen": data["seen"].split() if data["seen"] else None,
        }


class AskReportForm(GuardedForm):
    """By a day, whatever the rhythm. `of`: with whom a sheet of one's own is filled in, beside those of others."""

    by_day = FinnishDateField(label=_("By which day"))
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)

    def __init__(self, *args: Any, today: date, of: Pair | None = None, **kwargs: Any) -> None:
        if of is not None:
            kwargs |= {"auto_id": f"ask_{of.pk}_%s", "initial": {"seen": of.due_as_seen}}
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("by_day", today + timedelta(days=7))

    def clean_by_day(self) -> date | None:
        return still_ahead(self.cleaned_data["by_day"], self.today)


def still_ahead(day: date | None, today: date) -> date | None:
    """Today or later, within a year; ValidationError with the sentence for beside the field."""
    if day is not None and day < today:
        raise forms.ValidationError(GONE)
    if day is not None and day > today + A_YEAR:
        raise forms.ValidationError(_("The day is more than a year ahead."))
    return day
