"""The sheet of a tapering plan, and the one on which a dose is looked at together."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from paku.kit.fields import FinnishDateField, NoteField
from paku.saving.forms import GuardedForm
from pathways.actions.tapering import Dose
from pathways.models import TaperingPlan
from pathways.models.agreed_rhythm import How
from pathways.models.tapering import Held

LEAST, MOST = 3, 5
EVERY = (7, 14, 21, 28, 42, 56, 84)
# a proposal to be changed together (decision 0037): weekly → every second week → monthly → a call
PROPOSED = ((0, 7, How.VISIT), (28, 14, How.VISIT), (84, 28, How.VISIT), (168, 28, How.CALL))
PROPOSED_END = 252


def often(days: int) -> str:
    """“every 2 weeks”."""
    weeks = days // 7
    return ngettext("each week", "every %(weeks)d weeks", weeks) % {"weeks": weeks}


often_lazy = lazy(often, str)


class PlanForm(GuardedForm):
    """Three to five doses. The first begins today; the others have a day ahead, each later than the one before."""

    guarded = asked_about = ("client_words",)
    says_what_is_needed = True

    client_words = NoteField(
        label=_("What does the client say of it?"),
        limit=5000,
        rows=3,
        required=False,
        help_text=_("In their own words: what feels good, what makes them wonder."),
    )
    looked_on = FinnishDateField(label=_("The last step is looked at together on"))
    seen = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, today: date, live: TaperingPlan | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.update(
            looked_on=today + timedelta(days=PROPOSED_END), seen=live.ref if live else None
        )
        for number in range(1, MOST + 1):
            self._add(number)

    def _add(self, number: int) -> None:
        known = PROPOSED[number - 1] if number <= len(PROPOSED) else None
        is_needed = number <= LEAST
        if number > 1:
            self.fields[f"from_{number}"] = FinnishDateField(
                label=_("From"), required=is_needed,
                initial=self.today + timedelta(days=known[0]) if known else None,
            )  # fmt: skip
        self.fields[f"every_{number}"] = forms.TypedChoiceField(
            label=_("How often"),
            choices=[("", _("choose how often")), *((days, often_lazy(days)) for days in EVERY)],
            coerce=int,
            empty_value=None,
            required=is_needed,
            initial=known[1] if known else None,
        )
        self.fields[f"how_{number}"] = forms.ChoiceField(
            label=_("How"),
            choices=[("", _("choose how")), *How.choices],
            required=is_needed,
            initial=known[2] if known else None,
        )

    @property
    def rows(self) -> list[tuple[int, Any, Any, Any]]:
        """For the template: number, from (none for the first), how often, how."""
        return [
            (n, self[f"from_{n}"] if n > 1 else None, self[f"every_{n}"], self[f"how_{n}"])
            for n in range(1, MOST + 1)
        ]

    @property
    def doses(self) -> list[Dose]:
        return [Dose(*told) for n in range(1, MOST + 1) if all(told := self._told(n))]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        before = self.today
        is_over = False
        for number in range(2, MOST + 1):
            told = self._told(number)
            if not any(told):
                is_over = True
                continue
            if is_over:
                self.add_error(f"from_{number}", _("Fill in the steps in order, without a gap."))
            self._ask_for_the_rest(number, told)
            if told[0] and told[0] <= before:
                sentence = _("Each step begins later than the one before, and after today.")
                self.add_error(f"from_{number}", sentence)
            before = max(before, told[0] or before)
        end = data.get("looked_on")
        if end and end <= before:
            self.add_error("looked_on", _("Give a day after the last step has begun."))
        return data

    def _told(self, number: int) -> tuple[Any, Any, Any]:
        data = self.cleaned_data
        since = data.get(f"from_{number}") if number > 1 else self.today
        return since, data.get(f"every_{number}"), data.get(f"how_{number}")

    def _ask_for_the_rest(self, number: int, told: tuple[Any, Any, Any]) -> None:
        names = (f"from_{number}", f"every_{number}", f"how_{number}")
        for name, value in zip(names, told, strict=True):
            if not value and name not in self.errors:
                self.add_error(name, _("A step needs its day, how often and how."))


class LookForm(GuardedForm):
    """“Was it enough?”: the client's words first; then what is agreed now. Nothing moves without a choice."""

    guarded = asked_about = ("client_words", "words")
    says_what_is_needed = True

    client_words = NoteField(
        label=_("How has it gone, in the client's words?"), limit=5000, rows=3, required=False
    )
    held = forms.ChoiceField(
        label=_("Was this rhythm enough?"), choices=Held.choices, widget=forms.RadioSelect
    )
    words = NoteField(  # type: ignore[assignment]  # a field of this name, not the base's list
        label=_("What do you say yourself?"), limit=5000, rows=2, required=False
    )
    now = forms.ChoiceField(label=_("What do we agree on now?"), widget=forms.RadioSelect)
    ask_on = FinnishDateField(
        label=_("We look at it again on"),
        required=False,
        help_text=_("Paku reminds on that day. Nothing changes by itself."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10_000)

    def __init__(self, *args: Any, plan: TaperingPlan, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan, self.today = plan, today
        upcoming = plan.upcoming
        onwards = (
            ("next", _("The next step begins today")) if upcoming else ("exit", _("Towards a controlled exit"))
        )  # fmt: skip
        self.fields["now"].choices = [  # type: ignore[attr-defined]
            onwards,
            ("keep", _("The same rhythm goes on for now")),
        ]
        self.initial.update(seen=looks_of(plan), ask_on=self._proposed())

    def _proposed(self) -> date:
        """The next day in the plan that is still ahead; else four weeks on."""
        days = [step.from_on for step in self.plan.in_order] + [self.plan.looked_on]
        after = self.plan.upcoming.from_on if self.plan.upcoming else self.today
        ahead = [day for day in days if day > max(after, self.today)]
        return ahead[0] if ahead else self.today + timedelta(days=28)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("now") == "exit":
            data["ask_on"] = None
            return data
        if "ask_on" not in self.errors and (not data.get("ask_on") or data["ask_on"] <= self.today):
            self.add_error("ask_on", _("Give a day ahead, so that it is not forgotten."))
        return data

    @property
    def look(self) -> dict[str, Any]:
        """What `look` takes."""
        names = ("held", "now", "ask_on", "client_words", "words", "seen")
        return {name: self.cleaned_data[name] for name in names}


def looks_of(plan: TaperingPlan) -> int:
    """How many looks the plan has had: what a sheet remembers of it."""
    return sum(len(step.looks.all()) for step in plan.in_order)
