"""The visit form: free text first, two compulsory fields (kind, and the date that is already filled in)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.forms.steps import StepFields, doer_choices
from network.models import Member
from paku.access.models import User
from paku.kit.fields import CleanCharField, FinnishDateField, KmField, MinutesField, NoteField
from paku.saving.forms import GuardedForm
from pathways.models import VisitKind

STEPS = 3


class VisitForm(GuardedForm):
    """`members` are the client's network today; doers and those present are chosen among them only."""

    guarded = asked_about = ("note", "client_words")
    looked_at = ("note",)
    step_rows = STEPS
    says_what_is_needed = True  # the page tells it once, instead of “optional” on every field

    note = NoteField(
        label=_("What happened, what we talked about"),
        required=False,
        rows=7,
        help_text=_("Write as you would to the person: they may read this one day."),
    )
    client_words = NoteField(
        label=_("What the client said, in own words"),
        required=False,
        rows=3,
        help_text=_("Shown first, apart from your text."),
    )
    kind = forms.ChoiceField(label=_("Where and how"), widget=forms.RadioSelect)
    met = forms.ChoiceField(
        label=_("Did you meet?"),
        widget=forms.RadioSelect,
        required=False,
        choices=[("yes", _("we met")), ("no", _("tried, not met yet"))],
        initial="yes",
    )
    on = FinnishDateField(label=_("Date"))
    minutes = MinutesField(label=_("Minutes together"), required=False)
    travel_km = KmField(label=_("Kilometres driven"), required=False)
    present = forms.MultipleChoiceField(
        label=_("Who was there"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(
        self,
        *args: Any,
        members: Sequence[Member],
        kinds: Sequence[VisitKind],
        user: User,
        today: date,
        client_name: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.members = {str(member.ref): member for member in members}
        self.kinds = {kind.code: kind for kind in kinds}
        self.initial.setdefault("on", today)
        self.initial.setdefault("present", ["client"])
        self._offer("kind", [(code, kind.label) for code, kind in self.kinds.items()])
        others = [(ref, self.called(m)) for ref, m in self.members.items() if m.user_id != user.pk]
        self._offer("present", [("client", client_name), *others])
        self.steps = StepFields(
            self,
            doer_choices(members, user=user, client_name=client_name),
            count=self.step_rows,
            today=today,
        )

    def called(self, member: Member) -> str:
        """How a member of the network is named on the sheet."""
        return member.name_and_role

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(
                _("A visit is logged when it has been. For what is coming, agree on a step.")
            )
        return on

    def clean(self) -> dict[str, Any]:
        self.steps.clean(self.members)
        return super().clean() or self.cleaned_data

    @property
    def answers(self) -> dict[str, Any]:
        """What `log_visit` takes."""
        data = self.cleaned_data
        return {
            "note": data["note"],
            "client_words": data["client_words"],
            "kind": self.kinds[data["kind"]],
            "met": data["met"] != "no",
            "on": data["on"],
            "minutes": data["minutes"],
            "travel_km": data["travel_km"],
            "client_was_present": "client" in data["present"],
            "present": [self.members[ref] for ref in data["present"] if ref in self.members],
            "agreed": self.steps.agreed,
        }


class NarrowVisitForm(VisitForm):
    """A near-worker's own visit: nothing is agreed for others, and the network is not spread out."""

    step_rows = 0

    def called(self, member: Member) -> str:
        return member.name


class CorrectionForm(GuardedForm):
    """A new version of a visit's text; the old one stays readable."""

    guarded = asked_about = ("note", "client_words")
    looked_at = ("note",)

    note = NoteField(label=_("What happened, what we talked about"), required=False, rows=10)
    client_words = NoteField(label=_("What the client said, in own words"), required=False, rows=3)
    reason = CleanCharField(label=_("Why is it corrected?"), limit=300)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
