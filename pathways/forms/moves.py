"""The form for moving a path: where to, when, why, what next. Going back is a choice like any other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from network.forms.steps import StepFields, doer_choices
from network.models import Member
from paku.access.models import User
from paku.kit.dates import finnish_date
from paku.kit.fields import CleanCharField, FinnishDateField, NameField, NoteField
from paku.saving.forms import GuardedForm
from pathways.forms.borders import BorderFields
from pathways.models import BorderSign, Pathway
from pathways.models.stage import NEXT, Stage


def decided_on(on: date, path: Pathway, today: date) -> date:
    """Of a move: not to come, nor before the previous one; ValidationError with the sentence for beside the field."""
    if on > today:
        raise forms.ValidationError(
            _(
                "A move is written down when it has been decided. For what is coming, agree on a step."
            )
        )
    if on < path.stage_since:
        raise forms.ValidationError(
            _("The move cannot be dated before the previous one (%(day)s).")
            % {"day": finnish_date(path.stage_since)}
        )
    return on


class StageField(forms.ChoiceField):
    """Shows what the map allows from here. Another stage of the ladder is well-formed too (the page may be older than
    the path): whether the path may go there is the deed's to say, in a sentence."""

    def valid_value(self, value: str) -> bool:
        return value in Stage.values


class MoveForm(GuardedForm):
    """`members` are the client's network today. What comes next becomes a step when it has a doer and a day."""

    guarded = ("why",)
    says_what_is_needed = True

    to = StageField(label=_("Where does the path go?"), widget=forms.RadioSelect)
    on = FinnishDateField(label=_("Date"))
    why = NoteField(
        label=_("Why now?"),
        limit=5000,
        rows=4,
        help_text=_("What has changed, as you would say it to the person."),
    )
    what_next = CleanCharField(
        label=_("What next?"),
        limit=300,
        help_text=_("With a name and a day it becomes a step, and Paku reminds of it."),
    )
    carried_by = NameField(label=_("Who carries it?"), limit=120)
    seen = forms.ChoiceField(choices=Stage.choices, widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        path: Pathway,
        members: Sequence[Member],
        user: User,
        today: date,
        signs: Sequence[BorderSign] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.path, self.today = path, today
        self.members = {str(member.ref): member for member in members}
        worker = path.care.own_worker
        self.initial.update(on=today, seen=path.stage, carried_by=worker.name if worker else "")
        stages = [s for s in Stage if path.may_become(s) and s != Stage.CONTROLLED_EXIT]
        self.offered = [(stage.value, stage.label) for stage in stages]
        to = cast("StageField", self.fields["to"])
        to.choices = self.offered
        if any(stage.step < path.rung.step for stage in NEXT[path.rung]):
            to.help_text = _(
                "Going back is a part of the path: support is given where it is needed."
            )
        doers = doer_choices(members, user=user, client_name=path.client.spoken_name)
        self.steps = StepFields(self, doers, count=1, today=today)
        del self.fields["step_what_1"]
        self.fields["step_doer_1"].label = _("Who does it?")
        self.fields["step_due_1"].label = _("By when?")
        self.border = BorderFields(self, signs, stages)

    def clean_to(self) -> str:
        """The one move that has a sheet of its own (decision 0037)."""
        to: str = self.cleaned_data["to"]
        if to == Stage.CONTROLLED_EXIT and self.path.may_become(to):
            raise forms.ValidationError(
                _("A controlled exit is agreed on its own sheet, with its list and its calls.")
            )
        return to

    def clean_on(self) -> date:
        return decided_on(self.cleaned_data["on"], self.path, self.today)

    def clean(self) -> dict[str, Any]:
        """What comes next is written once; a doer or a day makes it a step, and then both are asked for."""
        data = self.cleaned_data
        if data.get("what_next"):
            agreed = data.get("step_doer_1") or data.get("step_due_1")
            data["step_what_1"] = data["what_next"] if agreed else ""
            self.steps.clean(self.members)
        return data

    @property
    def move(self) -> dict[str, Any]:
        """What `move_path` takes."""
        return {
            name: self.cleaned_data[name]
            for name in ("to", "on", "why", "what_next", "carried_by", "seen")
        }
