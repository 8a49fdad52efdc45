"""The memo of a network meeting: written at the table, agreed on and locked, mended by corrections only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from network.actions import steps
from network.actions.meetings import CHANGED, hold, tell_of
from network.actions.steps import Agreed
from network.deeds import Deed
from network.meetings.text import as_kept, memo_text
from network.models import Meeting, MeetingCorrection, MeetingDecision, MeetingParty, Step
from paku.access.models import User
from paku.kit.refusals import Refused, Stale

Told = Mapping[int, tuple[str, str]]  # party's key → (taking part, view)


@dataclass(frozen=True, slots=True)
class Memo:
    """What was written: the client's part, each party's, what is decided, and what was kept of last time's promises."""

    answers: Mapping[str, Any]
    parties: Told
    decided: Sequence[Agreed]
    kept: Sequence[Step] = ()


@transaction.atomic(savepoint=False)
def write(
    *, meeting: Meeting, memo: Memo, seen: int, by: User, today: date, finish: bool
) -> Meeting:
    """Save it unfinished, or agree on it: then the decisions become steps and all of it is locked, or nothing is.

    Stale when somebody saved after this person opened it.
    """
    now = hold(meeting)
    _demand_seen(now, memo, seen)
    for name, value in memo.answers.items():
        setattr(now, name, value)
    _parties(now, memo.parties)
    for step in memo.kept:
        steps.do(step=step, on=today, by=by)
    made = steps.agree(client=now.client, agreed=memo.decided, on=today, by=by) if finish else []
    _decide(now, memo.decided, made)
    names = [*memo.answers, "saves", "edited_by", "edited_at"]
    now.saves += 1
    now.edited_by, now.edited_at = by, Now()
    if finish:
        _demand_heard(now)
        now.ready_on, now.ready_at, now.ready_by = today, Now(), by
        names += ["ready_on", "ready_at", "ready_by"]
    now.save(update_fields=names)
    deed = Deed.MEETING_AGREED if finish else Deed.MEETING_WRITTEN
    tell_of(deed, now, by, decisions=len(memo.decided), steps=[str(one.ref) for one in made])
    return now


@transaction.atomic(savepoint=False)
def correct(*, meeting: Meeting, text: str, on: date, by: User) -> MeetingCorrection:
    """Added below the agreed memo, which stays as it was."""
    if not meeting.is_ready:
        raise Refused(
            _("The memo is not agreed on yet: write it there."), code="not_ready", status=409
        )
    made = MeetingCorrection.objects.create(meeting=meeting, text=text, by=by, on=on)
    tell_of(Deed.MEETING_CORRECTED, meeting, by)
    return made


def _demand_seen(now: Meeting, memo: Memo, seen: int) -> None:
    if now.saves == seen:
        return
    mine = Meeting(client=now.client, **memo.answers)
    states = dict(MeetingParty._meta.get_field("attendance").flatchoices)
    views = [
        (one.member.name, str(states.get(memo.parties[one.pk][0], "")), memo.parties[one.pk][1])
        for one in now.parties.select_related("member")
        if one.pk in memo.parties
    ]
    decided = [
        (one.what, one.doer.name if one.doer else now.client.spoken_name, one.due_on)
        for one in memo.decided
    ]
    mine_text = memo_text(mine, views, decided)
    raise Stale(CHANGED, mine=mine_text, theirs=memo_text(now, **as_kept(now)))


def _demand_heard(now: Meeting) -> None:
    if not now.is_heard:
        raise Refused(
            _("Nothing is agreed on before the client has been heard."), code="client_not_heard"
        )


def _parties(now: Meeting, told: Told) -> None:
    found = list(now.parties.filter(pk__in=told))
    for party in found:
        party.attendance, party.view = told[party.pk]
    MeetingParty.objects.bulk_update(found, ["attendance", "view"])


def _decide(now: Meeting, decided: Sequence[Agreed], made: Sequence[Step]) -> None:
    """As they stand on the sheet now; with `made` each has become its step."""
    now.decisions.all().delete()
    MeetingDecision.objects.bulk_create(
        MeetingDecision(
            meeting=now, number=number, what=one.what, doer=one.doer, due_on=one.due_on,
            step=made[number - 1] if made else None,
        )
        for number, one in enumerate(decided, start=1)
    )  # fmt: skip
