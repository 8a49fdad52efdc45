"""A goal on a sheet: the person's words first; five sentences of levels, all of them or none yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.forms.steps import CLIENT
from network.models import Member, Step
from paku.kit.fields import CleanCharField, FinnishDateField, NoteField, not_ahead
from paku.saving.forms import GuardedForm
from pathways.actions.goals import WORDS
from pathways.models.goal_level import LEVELS, Agreed


def _level(label: Any, help_text: Any = "") -> CleanCharField:
    return CleanCharField(label=label, limit=300, required=False, help_text=help_text)


class GoalForm(GuardedForm):
    """`members`: who may own the goal beside the person; `steps`: open ones that may lead to it."""

    guarded = asked_about = ("client_words", "worker_words")
    looked_at = ("worker_words",)
    says_what_is_needed = True

    client_words = NoteField(
        label=_("The goal in the person's own words"),
        limit=2000,
        rows=3,
        required=False,
        help_text=_("As it was said, also as a dream or in dialect. It stands first everywhere."),
    )
    worker_words = NoteField(
        label=_("The goal in the worker's words"), limit=2000, rows=2, required=False
    )
    owner = forms.ChoiceField(label=_("Whose goal is it?"))
    agreed = forms.ChoiceField(
        label=_("What does the person say of it?"),
        widget=forms.RadioSelect,
        choices=[(one.value, capfirst(one.label)) for one in Agreed],
        initial=Agreed.NOT_ASKED,
    )
    since = FinnishDateField(label=_("Since"))
    much_more = _level(_("Much more than we hoped (+2)"))
    more = _level(_("More than we hoped (+1)"))
    hoped = _level(
        _("What we hope for (0)"),
        _("Good enough, agreed beforehand: what is then different in everyday life?"),
    )
    less = _level(_("Not yet, but on the way (−1)"))
    much_less = _level(_("Still far from it (−2)"), _("Often how things are now."))
    helps = CleanCharField(label=_("What helps?"), limit=300, required=False)
    hinders = CleanCharField(label=_("What stands in the way?"), limit=300, required=False)
    steps = forms.MultipleChoiceField(
        label=_("Steps that lead to this goal"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        members: Sequence[Member],
        steps: Sequence[Step],
        today: date,
        client_name: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.members = {str(one.ref): one for one in members}
        self.offered = {str(one.ref): one for one in steps}
        self.initial.setdefault("since", today)
        others = [(ref, one.name_and_role) for ref, one in self.members.items()]
        self._offer("owner", [(CLIENT, client_name), *others])
        self._offer("steps", [(ref, one.what) for ref, one in self.offered.items()])

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    @property
    def level_fields(self) -> list[forms.BoundField]:
        """From the lowest: the ladder is climbed."""
        return [self[name] for name in reversed(LEVELS.values())]

    def clean_since(self) -> date:
        return not_ahead(self.cleaned_data["since"], self.today)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        said = ("client_words", "worker_words")
        if not any(data.get(name) or name in self.errors for name in said):
            self.add_error("client_words", _("Write what the person hopes for, in their words."))
        written = [name for name in LEVELS.values() if data.get(name) or name in self.errors]
        for name in LEVELS.values() if written else ():
            if name not in written:
                sentence = _("Write all five levels, or leave all of them for later.")
                self.add_error(name, sentence)
        return data

    @property
    def answers(self) -> dict[str, Any]:
        """What the actions take."""
        data = self.cleaned_data
        return {
            **{name: data[name] for name in WORDS},
            "owner": self.members.get(data["owner"]),
            "since": data["since"],
            "steps": [self.offered[ref] for ref in data["steps"]],
        }


class RewordForm(GoalForm):
    """Worded anew: the earlier wording stays readable."""

    reason = CleanCharField(label=_("Why is it worded anew?"), limit=300, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=32000)

    @property
    def answers(self) -> dict[str, Any]:
        return {
            **super().answers,
            "reason": self.cleaned_data["reason"],
            "seen_version": self.cleaned_data["version"],
            "offered": list(self.offered.values()),
        }
