"""Ending a path: the ground, the day, words, who carries what remains, and what becomes of each open step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from network.actions.settling import Settled
from network.models import Member, Step
from network.models.member import MemberKind
from paku.kit.dates import finnish_date
from paku.kit.fields import FinnishDateField, NameField, NoteField, not_ahead
from paku.saving.forms import GuardedForm
from pathways.models import Pathway
from pathways.models.stage import Ending, Stage

GROUNDS = (
    Ending.COPING,
    Ending.PASSED_ON,
    Ending.NOT_NOW,
    Ending.NOT_REACHED,
    Ending.MOVED,
    Ending.DIED,
    Ending.NO_GROUND,
)


class EndForm(GuardedForm):
    """`steps` are open; each is done, not needed any more, or carried by the client or somebody who stays around."""

    guarded = asked_about = ("how_it_ended", "what_remains")
    says_what_is_needed = True

    ground = forms.ChoiceField(
        label=_("On what ground does the path end?"),
        widget=forms.RadioSelect,
        choices=[(ground.value, ground.label) for ground in GROUNDS],
    )
    on = FinnishDateField(label=_("Date"))
    how_it_ended = NoteField(
        label=_("How did it end?"),
        limit=5000,
        rows=4,
        help_text=_("As you would say it to the person: what happened, what they think of it."),
    )
    what_remains = NoteField(
        label=_("What remains, and who carries it?"),
        limit=5000,
        rows=3,
        required=False,
        help_text=_("Matters that go on without us: whose they are now, and whom to call."),
    )
    received_by = NameField(label=_("Who received the matter?"), limit=200, required=False)
    received_on = FinnishDateField(label=_("Received on"), required=False)
    seen = forms.ChoiceField(choices=Stage.choices, widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        path: Pathway,
        steps: Sequence[Step],
        members: Sequence[Member],
        tries: Sequence[date],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.path, self.today, self.tries, self.open_steps = path, today, tries, steps
        self.members = {str(m.ref): m for m in members if m.kind != MemberKind.WORKER}
        self.initial.update(on=today, seen=path.stage)
        choices = [
            ("", _("choose what becomes of it")),
            ("done", _("It is done")),
            ("dropped", _("Not needed any more")),
            ("client", _("%(name)s carries it") % {"name": path.client.spoken_name}),
            *((ref, m.name_and_role) for ref, m in self.members.items()),
        ]
        for step in steps:
            self.fields[f"step_{step.ref}"] = forms.ChoiceField(
                label=step.what,
                choices=choices,
                error_messages={"required": _("Choose what becomes of it: nothing open is lost.")},
            )

    @property
    def rows(self) -> list[tuple[Step, forms.BoundField]]:
        return [(step, self[f"step_{step.ref}"]) for step in self.open_steps]

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("An end is written down when it has come."))
        if on < self.path.stage_since:
            raise forms.ValidationError(
                _("The end cannot be dated before the last move (%(day)s).")
                % {"day": finnish_date(self.path.stage_since)}
            )
        return on

    def clean_received_on(self) -> date | None:
        day = self.cleaned_data["received_on"]
        return day and not_ahead(day, self.today)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        who, when, ground = data.get("received_by"), data.get("received_on"), data.get("ground")
        is_passed_on = ground == Ending.PASSED_ON
        if (is_passed_on or when) and not who and "received_by" not in self.errors:
            self.add_error("received_by", _("Passed on needs a receipt: write who received it."))
        if (is_passed_on or who) and not when and "received_on" not in self.errors:
            self.add_error("received_on", _("Write the day on which it was received."))
        if ground == Ending.NOT_REACHED and not self.tries:
            self.add_error(
                "ground",
                _(
                    "No try has been logged since the last meeting: try first, and log it as a visit."
                ),
            )
        return data

    @property
    def end(self) -> dict[str, Any]:
        """What `end_path` takes."""
        names = ("ground", "on", "what_remains", "received_by", "received_on", "seen")
        return {name: self.cleaned_data[name] for name in names} | {
            "words": self.cleaned_data["how_it_ended"],
            "settled": [self._settled(step) for step in self.open_steps],
        }

    def _settled(self, step: Step) -> Settled:
        how = cast("str", self.cleaned_data[f"step_{step.ref}"])
        if how in ("done", "dropped"):
            return Settled(step, how)
        return Settled(step, "carried", self.members.get(how))
