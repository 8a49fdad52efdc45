"""An alert: what to know, why, whether the person knows of it, and until when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from clients.models.alert import LONGEST, AlertKind
from paku.kit.fields import CleanCharField, FinnishDateField, NoteField
from paku.saving.forms import GuardedForm

REVIEW_IN = timedelta(days=90)
ENDS_IN = timedelta(days=180)
YES, NO = "yes", "no"


class AlertForm(GuardedForm):
    """Says what helps to meet the person well. Dates are filled in beforehand and may be changed."""

    guarded = ("text", "reason")
    asked_about = ("text", "reason")

    kind = forms.ChoiceField(
        label=_("What is it about?"),
        widget=forms.RadioSelect,
        choices=[(kind.value, capfirst(kind.label)) for kind in AlertKind],
        error_messages={"required": _("Choose what it is about.")},
    )
    text = NoteField(
        label=_("What should one know beforehand?"),
        limit=500,
        rows=3,
        help_text=_(
            "Say what to do, as you would in the person's hearing: “The dog is let out first, so ring before you come.”"
        ),
    )
    reason = NoteField(
        label=_("Why is it needed?"),
        limit=500,
        rows=2,
        help_text=_("What happened and when. No guesses and no judgement of the person."),
    )
    is_told = forms.ChoiceField(
        label=_("Has the person been told of this?"),
        widget=forms.RadioSelect,
        choices=[(YES, _("Yes")), (NO, _("No"))],
        error_messages={"required": _("Choose whether the person has been told.")},
    )
    told_words = CleanCharField(
        label=_("How were they told, or why not?"),
        limit=300,
        required=False,
        help_text=_("Needed if they have not been told."),
    )
    review_on = FinnishDateField(
        label=_("Look at it again on"),
        help_text=_("You and the own worker are reminded on that day."),
    )
    expires_on = FinnishDateField(
        label=_("Last day"),
        help_text=_("After this day the alert vanishes by itself. A year ahead at most."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("review_on", today + REVIEW_IN)
        self.initial.setdefault("expires_on", today + ENDS_IN)

    def clean_review_on(self) -> date:
        day: date = self.cleaned_data["review_on"]
        if day < self.today:
            raise forms.ValidationError(_("The day has gone by."))
        return day

    def clean_expires_on(self) -> date:
        day: date = self.cleaned_data["expires_on"]
        if day > self.today + timedelta(days=LONGEST):
            raise forms.ValidationError(
                _("A year ahead at most: what is still needed then is written anew.")
            )
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        review, last = data.get("review_on"), data.get("expires_on")
        if review and last and last < review:
            self.add_error("expires_on", _("The last day cannot be before the day of review."))
        if data.get("is_told") == NO and not data.get("told_words") and "told_words" in data:
            self.add_error("told_words", _("Say why the person has not been told."))
        return data

    @property
    def answers(self) -> dict[str, Any]:
        """What the actions take; the tick for an identity code stays here."""
        names = ("kind", "text", "reason", "told_words", "review_on", "expires_on")
        told = {name: self.cleaned_data[name] for name in names}
        return told | {"is_told": self.cleaned_data["is_told"] == YES}


class EndAlertForm(GuardedForm):
    """Why it is needed no more."""

    why = CleanCharField(label=_("Why is the alert not needed any more?"), limit=300)
