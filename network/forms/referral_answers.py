"""What the other side answered, what is tried next and what carries meanwhile: a sheet each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.actions.steps import Agreed
from network.forms.referrals import in_its_turn
from network.forms.steps import StepFields, doer_choices
from network.models import Member, Referral
from network.models.referral_state import NEXT, State
from paku.access.models import User
from paku.kit.fields import CleanCharField, FinnishDateField
from paku.saving.forms import GuardedForm

ORDER = (State.RECEIVED, State.QUEUED, State.STARTED, State.REFUSED, State.ENDED, State.CALLED_OFF)
LABELS = {
    State.RECEIVED: _("It has come to them"),
    State.QUEUED: _("The person is in a queue"),
    State.STARTED: _("It started: the first meeting was held"),
    State.REFUSED: _("They refused"),
    State.ENDED: _("It ended"),
    State.CALLED_OFF: _("The person does not want it any more"),
}
TOO_LATE = _("The day has already passed.")


class WithStep(GuardedForm):
    """A sheet on which a step may be agreed. `agreed` is that step, or None."""

    def __init__(
        self, *args: Any, referral: Referral, members: Sequence[Member], user: User, today: date, **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.referral, self.today = referral, today
        self.members = {str(member.ref): member for member in members}
        doers = doer_choices(members, user=user, client_name=referral.client.spoken_name)
        self.steps = StepFields(self, doers, count=1, today=today)

    @property
    def agreed(self) -> Agreed | None:
        return self.steps.agreed[0] if self.steps.agreed else None

    def clean(self) -> dict[str, Any]:
        self.steps.clean(self.members)
        return self.cleaned_data


class AnswerForm(WithStep):
    """One sheet for every answer; what each needs beside it stands under it."""

    guarded = ("words",)
    asked_about = ("words",)

    answer = forms.ChoiceField(
        label=_("What did you hear?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you heard.")},
    )
    on = FinnishDateField(label=_("Day"))
    who = CleanCharField(
        label=_("Who said so?"), limit=120, required=False, help_text=_("Name and work, if told.")
    )
    expected_on = FinnishDateField(label=_("When do they expect to take the person?"), required=False)  # fmt: skip
    words = CleanCharField(  # type: ignore[assignment]  # a field of this name, not the base's list
        label=_("In their words: why, or what came of it"), limit=500, required=False
    )
    is_accompanied = forms.TypedChoiceField(
        label=_("Did somebody of ours go along?"),
        widget=forms.RadioSelect,
        choices=[("yes", _("yes")), ("no", _("no"))],
        coerce=lambda said: said == "yes",
        empty_value=None,
        required=False,
    )
    is_confirmed = forms.BooleanField(
        label=_("The person says themselves that they got in"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].widget.attrs["rows"] = "2"
        answer: Any = self.fields["answer"]
        answer.choices = choices_of(self.referral)
        self.initial.setdefault("on", self.today)

    def clean_on(self) -> date:
        return in_its_turn(self.cleaned_data["on"], self.today, self.referral)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        match data.get("answer"):
            case State.QUEUED:
                self._needs("expected_on", _("Give the day, even if it is a guess: ask them."))
            case State.STARTED if data.get("is_accompanied") is None:
                self._needs("is_accompanied", _("Say whether somebody of ours went along."))
            case State.REFUSED:
                self._needs("words", _("Write why they refused, in their own words."))
            case State.ENDED:
                self._needs("words", _("Write what came of it."))
            case State.CALLED_OFF:
                self._needs("words", _("Write in the person's own words why."))
        expected = data.get("expected_on")
        if expected and expected < self.today:
            self.add_error("expected_on", TOO_LATE)
        return data

    def _needs(self, name: str, sentence: Any) -> None:
        if not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, sentence)


class NewStepForm(WithStep):
    """The way was closed: what is tried next."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.steps.agreed and not self.errors:
            self.add_error("step_what_1", _("Write what is agreed."))
        return data


class MeanwhileForm(WithStep):
    """What carries the person while they wait: words, a step, or both."""

    guarded = ("words",)
    asked_about = ("words",)

    words = CleanCharField(  # type: ignore[assignment]  # a field of this name, not the base's list
        label=_("What carries the person meanwhile?"),
        limit=300,
        required=False,
        help_text=_("Somebody to talk to, a place to go to, a meal, an instalment that was agreed."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not data.get("words") and not self.steps.agreed and not self.errors:
            self.add_error("words", _("Write what carries meanwhile, or agree on a step."))
        return data


def choices_of(referral: Referral) -> list[tuple[str, str]]:
    """The answers that the map lets follow."""
    found = NEXT[State(referral.state)]
    return [(state.value, capfirst(str(LABELS[state]))) for state in ORDER if state in found]
