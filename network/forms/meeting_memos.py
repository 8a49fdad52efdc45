"""The sheet at the table: last time's promises, the client's view, each party's, and what is decided."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.actions.meeting_memos import Memo
from network.forms.meetings import WORDS_LIMIT, HeardForm
from network.forms.steps import CLIENT, StepFields, doer_choices
from network.meetings.table import Table
from network.models import MeetingDecision, MeetingParty
from network.models.meeting import ClientPart
from network.models.meeting_parts import AFTERWARDS, Attendance
from paku.access.models import User
from paku.kit.fields import NoteField

MOST_DECISIONS = 8
NOT_HEARD = _("Without the client at the table, this is needed before the memo is agreed on.")
STILL_OPEN = _("Mark how they took part: was there, did not come, or could not come and told so.")
HEARD = ("heard_on", "heard_by", "heard_words")


class PartyRow(NamedTuple):
    party: MeetingParty
    attendance: forms.BoundField
    view: forms.BoundField
    on_purpose: forms.BoundField | None


class MemoForm(HeardForm):
    """`finishing`: the button “Ready” was pressed. `seen`: how many times it had been saved when the page was made."""

    says_what_is_needed = True
    seen = forms.IntegerField(
        widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1, required=False
    )
    client_view = NoteField(
        label=_("How does the client see it?"),
        limit=WORDS_LIMIT,
        rows=4,
        required=False,
        help_text=_("First, and in their own words."),
    )

    def __init__(self, *args: Any, today: date, table: Table, user: User, **kwargs: Any) -> None:
        initial = {**_initial(table), **(kwargs.pop("initial", None) or {})}
        super().__init__(*args, today=today, initial=initial, **kwargs)
        self.table = table
        views = [f"view_{n}" for n, _party in self._numbered()]
        self.guarded = self.asked_about = ("client_view", "heard_words", *views)
        self._add_parties()
        self._add_promises()
        client = table.meeting.client
        doers = doer_choices(table.members, user=user, client_name=client.spoken_name)
        self.steps = StepFields(self, doers, count=MOST_DECISIONS, today=today)

    @property
    def finishing(self) -> bool:
        return bool(self.data.get("finish"))

    @property
    def rows(self) -> list[PartyRow]:
        return [
            PartyRow(one, self[f"attendance_{n}"], self[f"view_{n}"], self._tick(f"view_{n}"))
            for n, one in self._numbered()
        ]

    @property
    def promises(self) -> list[tuple[MeetingDecision, forms.BoundField | None]]:
        """Last time's, each with a tick when it is still open."""
        return [
            (one, self[name] if (name := f"kept_{one.number}") in self.fields else None)
            for one in self.table.promises
        ]

    @property
    def decisions_shown(self) -> int:
        """So many rows are open beforehand; the rest is behind a fold."""
        return min(MOST_DECISIONS, max(3, len(self.table.decisions) + 1))

    @property
    def memo(self) -> Memo:
        data = self.cleaned_data
        told = {one.pk: (data[f"attendance_{n}"], data[f"view_{n}"]) for n, one in self._numbered()}
        kept = [one.step for one in self._open() if data.get(f"kept_{one.number}") and one.step]
        answers = {name: data[name] for name in ("client_part", *HEARD, "client_view")}
        return Memo(answers, told, self.steps.agreed, kept)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self.steps.clean({str(one.ref): one for one in self.table.members})
        if self.finishing:
            self._demand_heard(data)
            self._demand_attendance(data)
        return data

    def _demand_heard(self, data: dict[str, Any]) -> None:
        if data.get("client_part") != ClientPart.HEARD:
            return
        for name in HEARD:
            if not data.get(name) and name not in self.errors:
                self.add_error(name, forms.ValidationError(NOT_HEARD, code="needed"))

    def _demand_attendance(self, data: dict[str, Any]) -> None:
        for n, _party in self._numbered():
            state = data.get(f"attendance_{n}")
            if state and state not in AFTERWARDS:
                self.add_error(f"attendance_{n}", forms.ValidationError(STILL_OPEN, code="needed"))

    def _add_parties(self) -> None:
        states = [(one.value, capfirst(one.label)) for one in Attendance]
        for n, party in self._numbered():
            self.fields[f"attendance_{n}"] = forms.ChoiceField(
                label=_("Taking part"), choices=states
            )
            self.fields[f"view_{n}"] = NoteField(
                label=_("How does %(name)s see it?") % {"name": party.member.name},
                limit=WORDS_LIMIT,
                rows=3,
                required=False,
            )

    def _add_promises(self) -> None:
        for one in self._open():
            self.fields[f"kept_{one.number}"] = forms.BooleanField(
                label=_("It has been done"), required=False
            )

    def _numbered(self) -> list[tuple[int, MeetingParty]]:
        return list(enumerate(self.table.parties, start=1))

    def _open(self) -> list[MeetingDecision]:
        return [one for one in self.table.promises if one.step and not one.done_on]

    def _tick(self, name: str) -> forms.BoundField | None:
        tick = f"{name}_on_purpose"
        return self[tick] if tick in self.fields else None


def _initial(table: Table) -> dict[str, Any]:
    """What is saved already."""
    meeting = table.meeting
    kept = {name: getattr(meeting, name) for name in ("client_part", *HEARD, "client_view")}
    for n, party in enumerate(table.parties, start=1):
        kept |= {f"attendance_{n}": party.attendance, f"view_{n}": party.view}
    for one in table.decisions:
        doer = str(one.doer.ref) if one.doer else ("" if one.doer_id else CLIENT)
        kept |= {f"step_what_{one.number}": one.what, f"step_doer_{one.number}": doer}
        kept[f"step_due_{one.number}"] = one.due_on
    return {**kept, "seen": meeting.saves}
