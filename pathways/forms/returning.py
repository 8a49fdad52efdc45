"""Coming back: where to, when, who is the own worker now, and what made the person come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from paku.access.models import Membership
from paku.kit.fields import FinnishDateField, NoteField
from paku.saving.forms import GuardedForm
from pathways.models import Pathway
from pathways.models.stage import FIRST_STAGES, Stage


class BackForm(GuardedForm):
    """Back to intensive support: the day is there already, and nobody need explain."""

    guarded = ("why",)
    says_what_is_needed = True

    on = FinnishDateField(label=_("Date"))
    why = NoteField(label=_("Why now?"), limit=5000, rows=2, required=False)
    seen = forms.ChoiceField(choices=Stage.choices, widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, path: Pathway, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.path, self.today = path, today
        self.initial.update(on=today, seen=path.stage)

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if not self.path.stage_since <= on <= self.today:
            raise forms.ValidationError(
                _("Give a day between the previous move and today."), code="day"
            )
        return on


class ReturnForm(GuardedForm):
    """`workers` are those of the team that the person was with; the last own worker is offered first."""

    guarded = ("why",)
    says_what_is_needed = True

    stage = forms.ChoiceField(
        label=_("Where does the path go on?"),
        widget=forms.RadioSelect,
        choices=[(stage.value, stage.label) for stage in FIRST_STAGES],
        initial=Stage.EARLY_SUPPORT,
    )
    own_worker = forms.ChoiceField(label=_("Own worker"))
    on = FinnishDateField(label=_("Date"))
    why = NoteField(
        label=_("What brings the person back?"),
        limit=5000,
        rows=3,
        required=False,
        help_text=_("In the person's own words, if you can."),
    )

    def __init__(
        self,
        *args: Any,
        path: Pathway,
        workers: Sequence[Membership],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.path, self.today = path, today
        self.workers = {str(m.user.ref): m for m in workers}
        own = cast("forms.ChoiceField", self.fields["own_worker"])
        own.choices = [
            ("", _("choose who")),
            *((ref, m.user.name) for ref, m in self.workers.items()),
        ]
        last = path.care.own_worker
        self.initial.update(
            on=today, own_worker=str(last.ref) if last and str(last.ref) in self.workers else ""
        )

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if not (self.path.ended_on or on) <= on <= self.today:
            raise forms.ValidationError(_("Give a day between the end and today."), code="day")
        return on

    @property
    def back(self) -> dict[str, Any]:
        """What `return_by_ticket` takes."""
        data = self.cleaned_data
        membership = self.workers[data["own_worker"]]
        return {
            "stage": data["stage"],
            "team": membership.team,
            "own_worker": membership.user,
            "on": data["on"],
            "why": data["why"],
        }
