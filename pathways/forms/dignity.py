"""Four questions; a “no” asks for a task with a doer and a day before anything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.actions.steps import Agreed
from network.forms.steps import doer_choices
from network.models import Member, Step
from paku.access.models import User
from paku.kit.dates import working_days_after
from paku.kit.fields import CleanCharField, FinnishDateField, not_ahead
from paku.saving.forms import GuardedForm
from pathways.models.dignity import DignityCheck, InOrder, Part


class Asked(NamedTuple):
    """For the template: one question with its task."""

    answer: forms.BoundField
    words: forms.BoundField
    what: forms.BoundField
    doer: forms.BoundField
    due: forms.BoundField
    under_way: Step | None


class DignityForm(GuardedForm):
    """`under_way`: tasks still open from an earlier “no”, by part: then no other is asked for."""

    says_what_is_needed = True

    on = FinnishDateField(label=_("Asked on"))

    def __init__(
        self,
        *args: Any,
        members: Sequence[Member],
        under_way: Mapping[str, Step],
        user: User,
        today: date,
        client_name: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.under_way = today, under_way
        self.members = {str(one.ref): one for one in members}
        self.initial.setdefault("on", today)
        self.doers = doer_choices(members, user=user, client_name=client_name)
        for part in Part:
            self._add(part.value)

    def _add(self, part: str) -> None:
        self.fields[part] = forms.ChoiceField(
            label=DignityCheck.question_of(part),
            choices=[(one.value, capfirst(one.label)) for one in InOrder],
            widget=forms.RadioSelect,
            initial=InOrder.NOT_ASKED,
            required=False,
        )
        self.fields[f"{part}_words"] = CleanCharField(
            label=_("In words"), limit=300, required=False
        )
        self.fields[f"{part}_what"] = CleanCharField(
            label=_("What is done about it at once"), limit=300, required=False
        )
        self.fields[f"{part}_doer"] = forms.ChoiceField(
            label=_("Who does it"), choices=self.doers, required=False
        )
        soon = working_days_after(self.today, 0)
        self.fields[f"{part}_due"] = FinnishDateField(
            label=_("By when"), required=False, initial=soon
        )

    @property
    def rows(self) -> list[Asked]:
        return [
            Asked(
                answer=self[part.value],
                words=self[f"{part.value}_words"],
                what=self[f"{part.value}_what"],
                doer=self[f"{part.value}_doer"],
                due=self[f"{part.value}_due"],
                under_way=self.under_way.get(part.value),
            )
            for part in Part
        ]

    def clean_on(self) -> date:
        return not_ahead(self.cleaned_data["on"], self.today)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for part in Part:
            self._check(part.value, data)
        told = any(self._told(part.value) for part in Part)
        if not self.errors and not told:
            raise forms.ValidationError(_("Answer at least one of the four."))
        return data

    def _told(self, part: str) -> bool:
        data = self.cleaned_data
        answer = data.get(part) or InOrder.NOT_ASKED
        return answer != InOrder.NOT_ASKED or bool(data.get(f"{part}_words"))

    def _check(self, part: str, data: dict[str, Any]) -> None:
        what, doer = data.get(f"{part}_what"), data.get(f"{part}_doer")
        if data.get(part) != InOrder.NO:
            if what:
                self._say(part, "what", _("Choose “no” above, or clear the task."))
            return
        if not what and not doer and part in self.under_way:
            return
        due = data.get(f"{part}_due")
        if not what:
            self._say(part, "what", _("A “no” is seen to at once: write what is done about it."))
        if not doer:
            self._say(part, "doer", _("Choose who does it: a step without a name stays undone."))
        if not due:
            self._say(part, "due", _("Give the day: a step without a date is forgotten."))
        elif due < self.today:
            self._say(part, "due", _("The day has already passed."))

    def _say(self, part: str, name: str, sentence: Any) -> None:
        if f"{part}_{name}" not in self.errors:
            self.add_error(f"{part}_{name}", sentence)

    @property
    def answers(self) -> dict[str, Any]:
        """What `ask_dignity` takes."""
        data = self.cleaned_data
        answers = {part.value: data[part.value] or InOrder.NOT_ASKED.value for part in Part}
        answers |= {f"{part.value}_words": data[f"{part.value}_words"] for part in Part}
        return {"answers": answers, "tasks": self._tasks(data), "on": data["on"]}

    def _tasks(self, data: dict[str, Any]) -> dict[str, Agreed]:
        return {
            part: Agreed(
                data[f"{part}_what"], self.members.get(data[f"{part}_doer"]), data[f"{part}_due"]
            )
            for part in Part.values
            if data[part] == InOrder.NO and data[f"{part}_what"]
        }
