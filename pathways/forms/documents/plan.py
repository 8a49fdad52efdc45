"""The sheet of a client plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.models import Member
from network.models.member import MemberKind
from pathways.forms.documents.document import DocumentForm, day, line, said
from pathways.models import Assessment, Plan
from pathways.models.assessment import SpecialSupport
from pathways.models.plan import MeetEvery

RHYTHM = _("The person needs special support: the plan tells how often you meet.")


class PlanForm(DocumentForm):
    """`assessment`: the newest ready one. Partners and close persons are ticked in the network, never typed anew."""

    model = Plan
    needed = (
        "need_worker",
        "services_worker",
        "means",
        "lasts",
        "follow_up",
        "next_review_on",
        "client_view",
    )
    coming = ("next_review_on",)

    need_client = said(Plan, "need_client")
    need_worker = said(Plan, "need_worker")
    environment = said(Plan, "environment", rows=2)
    own_part = said(Plan, "own_part")
    services_client = said(Plan, "services_client")
    services_worker = said(Plan, "services_worker")
    means = said(Plan, "means")
    meet_every = forms.TypedChoiceField(
        label=_("The person and the own worker meet"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", _("not agreed yet")), *((m.value, m.label) for m in MeetEvery)],
    )
    meeting_words = line(Plan, "meeting_words")
    strengths_client = said(Plan, "strengths_client")
    strengths_worker = said(Plan, "strengths_worker")
    partners = forms.MultipleChoiceField(
        label=_("Partners"), required=False, widget=forms.CheckboxSelectMultiple
    )
    division = said(Plan, "division")
    close_ones = forms.MultipleChoiceField(
        label=_("Private persons who support"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only name, role and tasks are kept of them, as they are in the network."),
    )
    lasts = line(Plan, "lasts", help_text=_("For example: about a year."))
    follow_up = said(Plan, "follow_up")
    next_review_on = day(Plan, "next_review_on")
    client_view = said(Plan, "client_view")

    def __init__(
        self,
        *args: Any,
        assessment: Assessment | None = None,
        next_review: date | None = None,
        members: Sequence[Member] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.assessment = assessment
        self.by_ref = {str(member.ref): member for member in members}
        if not self.initial.get("next_review_on"):
            self.initial["next_review_on"] = next_review
        for name, is_close in (("partners", False), ("close_ones", True)):
            offered = [m for m in members if (m.kind == MemberKind.CLOSE) is is_close]
            self._offer(name, offered)

    def _offer(self, name: str, members: Iterable[Member]) -> None:
        field: Any = self.fields[name]
        field.choices = [(str(member.ref), _called(member)) for member in members]
        if not field.choices:
            del self.fields[name]
        elif (kept := self.initial.get(name)) and isinstance(kept[0], dict):
            self.initial[name] = [row["ref"] for row in kept]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        special = self.assessment and self.assessment.special_support == SpecialSupport.YES
        if self.finishing and special and not data.get("meet_every"):
            self.add_error("meet_every", forms.ValidationError(RHYTHM, code="needed"))
        return data

    @property
    def answers(self) -> dict[str, Any]:
        """The persons as they are in the network now."""
        answers = super().answers
        for name in ("partners", "close_ones"):
            answers[name] = [_kept(self.by_ref[ref]) for ref in answers.get(name, ())]
        return {**answers, "assessment": self.assessment}


def _called(member: Member) -> str:
    tasks = f": {member.tasks}" if member.tasks else ""
    return f"{capfirst(member.name)}, {member.role}{tasks}"


def _kept(member: Member) -> dict[str, str]:
    return {
        "ref": str(member.ref),
        "name": member.name,
        "role": member.role,
        "tasks": member.tasks,
    }
