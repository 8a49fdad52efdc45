"""Who walks beside a person, in what part, on which days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from clients.models.assignment import Part
from paku.access.models import Membership
from paku.kit.fields import CleanCharField, FinnishDateField
from paku.saving.forms import GuardedForm
from pathways.models.asked_naming import NamingOutcome
from pathways.models.workers import part_of

GROUPS = {
    Part.PAIR: _("As pair"),
    Part.NEAR_WORKER: _("As near-worker"),
    Part.STUDENT: _("As student"),
}


class BesideForm(GuardedForm):
    """The workers stand under the part that fits their role, so that nobody is named in another."""

    worker = forms.ChoiceField(label=_("Who walks beside?"))
    since = FinnishDateField(label=_("First day"))
    until = FinnishDateField(
        label=_("Last day"), required=False, help_text=_("A student always has a last day.")
    )

    def __init__(self, *args: Any, today: date, members: Sequence[Membership], **kwargs: Any) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("since", today)
        self.offered = {f"{part_of(m)}/{m.user.ref}": m for m in members}
        field = cast("forms.ChoiceField", self.fields["worker"])
        groups = [
            (label, [(key, m.user.name) for key, m in self.offered.items() if part_of(m) == part])
            for part, label in GROUPS.items()
        ]
        field.choices = [("", _("choose who")), *[group for group in groups if group[1]]]

    def clean_since(self) -> date:
        since: date = self.cleaned_data["since"]
        if since < self.today:
            raise forms.ValidationError(_("Give today or a day to come."))
        return since

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        since, until, who = data.get("since"), data.get("until"), data.get("worker")
        if until and since and until < since:
            self.add_error("until", _("The last day cannot be before the first."))
        elif not until and "until" not in self.errors and who and self._is_student(who):
            self.add_error("until", _("Give the student's last day."))
        return data

    def _is_student(self, key: str) -> bool:
        return part_of(self.offered[key]) == Part.STUDENT

    @property
    def named(self) -> dict[str, Any]:
        """What `name_beside` takes."""
        chosen, data = self.offered[self.cleaned_data["worker"]], self.cleaned_data
        days = {"since": data["since"], "until": data.get("until")}
        return {"worker": chosen.user, "part": part_of(chosen), **days}


class AskForm(GuardedForm):
    """Why it is asked for: who leads the team reads it, and nobody else."""

    guarded = asked_about = ("why",)

    why = CleanCharField(
        label=_("Why?"),
        help_text=_("Who leads the team reads this before they answer. A sentence is enough."),
        limit=300,
        multiline=True,
    )


class AskBesideForm(AskForm, BesideForm):
    """Who, on which days, and why."""

    field_order = ("worker", "since", "until", "why")

    @property
    def named(self) -> dict[str, Any]:
        """What `ask_naming` takes."""
        return {**super().named, "why": self.cleaned_data["why"]}


class AnswerForm(GuardedForm):
    """Three buttons; only saying no asks for a sentence."""

    outcome = forms.ChoiceField(
        choices=[
            (one.value, one.label)
            for one in (NamingOutcome.AGREED, NamingOutcome.DECLINED, NamingOutcome.WITHDRAWN)
        ]
    )
    answer = CleanCharField(label=_("Why not?"), limit=300, required=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        is_mute = not data.get("answer") and "answer" not in self.errors
        if data.get("outcome") == NamingOutcome.DECLINED and is_mute:
            self.add_error("answer", _("Write in a sentence why not."))
        return data
