"""A partner's feedback, as it stands on the paper: the sentences with four answers, and own words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.models import FeedbackQuestion, PartnerFeedback
from network.models.organisation import OrganisationKind
from network.models.partner_feedback import Came, Said
from paku.kit.fields import CleanCharField, FinnishDateField, NoteField, not_ahead
from paku.saving.forms import GuardedForm

EARLIER = _("The sums of an earlier half-year stand: choose a day of the half-year that runs.")
NOTHING = _("Answer at least one sentence, or write what was said.")


class FeedbackForm(GuardedForm):
    """`questions`: the sentences in force."""

    guarded = asked_about = ("words",)
    says_what_is_needed = True

    kind = forms.ChoiceField(
        label=_("What kind of organisation?"),
        choices=[
            ("", _("choose")),
            *((one.value, capfirst(one.label)) for one in OrganisationKind),
        ],
        help_text=_("The name of the organisation and of who answered are not written down."),
    )
    words = NoteField(  # type: ignore[assignment]  # a field of this name, not the base's list
        label=_("In the partner's own words"),
        limit=2000,
        rows=3,
        required=False,
        help_text=_("About the co-operation only: leave out every client and every name."),
    )
    came = forms.ChoiceField(
        label=_("How did it come?"),
        widget=forms.RadioSelect,
        choices=[(one.value, capfirst(one.label)) for one in Came],
        initial=Came.PAPER,
    )
    on = FinnishDateField(label=_("When did it come?"))

    def __init__(
        self, *args: Any, questions: Sequence[FeedbackQuestion], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions, self.today = questions, today
        self.initial.setdefault("on", today)
        for question in questions:
            self.fields[_name(question)] = forms.ChoiceField(
                label=question.label,
                choices=[(one.value, capfirst(one.label)) for one in Said],
                widget=forms.RadioSelect,
                required=False,
            )

    @property
    def sentences(self) -> list[forms.BoundField]:
        return [self[_name(question)] for question in self.questions]

    def clean_on(self) -> date:
        return not_ahead(self.cleaned_data["on"], self.today)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        answered = any(data.get(_name(question)) for question in self.questions)
        if not self.errors and not answered and not data.get("words"):
            raise forms.ValidationError(NOTHING)
        return data

    @property
    def told(self) -> dict[str, Any]:
        """What `take_feedback` takes."""
        data = self.cleaned_data
        given = {one: data[_name(one)] for one in self.questions if data.get(_name(one))}
        return {**{name: data[name] for name in ("kind", "on", "came", "words")}, "answers": given}


class FeedbackCorrectionForm(FeedbackForm):
    """What was typed wrongly; `since`: the first day of the half-year that runs."""

    reason = CleanCharField(label=_("Why is it corrected?"), limit=300)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, feedback: PartnerFeedback, since: date, **kwargs: Any) -> None:
        told = {one.question.code: one.answer for one in feedback.answers.all()}
        questions = kwargs["questions"]
        names = ("kind", "on", "came", "words", "version")
        initial = {name: getattr(feedback, name) for name in names}
        initial |= {_name(one): told.get(one.code, "") for one in questions}
        super().__init__(*args, initial=initial, **kwargs)
        self.since = since

    def clean_on(self) -> date:
        day = super().clean_on()
        if day < self.since:
            raise forms.ValidationError(EARLIER)
        return day


def _name(question: FeedbackQuestion) -> str:
    return f"question_{question.code}"
