"""Network meetings (meetings.toml): one held with seven at the table; of one that comes a consent was taken back."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

from clients.models import Client
from network.models import Consent, Meeting, MeetingDecision, MeetingParty, Member, Step
from network.models.consent_kinds import ConsentKind, Manner
from paku.demo.book import Book
from paku.demo.days import at
from paku.demo.meeting_papers import ask_for_papers

FILE = Path(__file__).with_suffix(".toml")
USERS = {"työntekijä": "tyontekija", "ohjaaja": "ohjaaja", "järjestö": "jarjesto"}


def tell_meetings(book: Book) -> None:
    """After the persons are in the database. What was decided has become steps: one kept, one late."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    people = (row for row in book.rows if isinstance(row, Client))
    client = next(row for row in people if row.last_name == told["person"])
    there = list(Member.objects.of(client).select_related("user"))
    around = {one.user.username if one.user else one.name: one for one in there}
    for row in told["consents"]:
        _consent(book, client, around, row)
    for row in told["meetings"]:
        _meeting(book, client, around, row)


def _consent(book: Book, client: Client, around: dict[str, Member], row: dict[str, Any]) -> None:
    """For one member, or for several as a group; taken back today, the day before the coming meeting."""
    by, members = book.staff.users[row["explained_by"]], [_one(around, n) for n in row["members"]]
    on = book.days.ago(row["given"])
    told: dict[str, Any] = {
        "client": client, "kind": ConsentKind.MEETING, "topics": row["topics"], "purpose": row["purpose"],
        "how": Manner.SPOKEN, "given_on": on, "explained_by": by.name, "by": by, "group": row.get("group", ""),
        "member": None if "group" in row else members[0],
    }  # fmt: skip
    given = Consent.objects.create(ref=book.chance.ref(), at=at(on, 13, 40), **told)
    if "group" in row:
        given.group_members.add(*members)
    if "taken_back_why" in row:
        back = Consent.objects.create(
            ref=book.chance.ref(), thread=given.thread, replaces=given, withdrawn_on=book.days.today,
            withdrawn_how=Manner.SPOKEN, withdrawn_why=row["taken_back_why"], **told,
        )  # fmt: skip
        back.group_members.add(*given.group_members.all())


def _meeting(book: Book, client: Client, around: dict[str, Member], row: dict[str, Any]) -> None:
    """Its parties and decisions first: an agreed memo takes nothing more in."""
    days, users = book.days, book.staff.users
    on = days.ahead(-row["ago"])
    names = ("purpose", "minutes", "place", "remote", "client_part")
    heard: dict[str, Any] = {}
    if "heard" in row:
        heard = {"heard_on": days.ago(row["heard"]), "heard_by": users[row["heard_by"]].name,
                 "heard_words": row["heard_words"].strip()}  # fmt: skip
    caller, called = users[row["called_by"]], at(days.ago(row["called"]), 9, 20)
    meeting = Meeting.objects.create(
        ref=book.chance.ref(), client=client, starts_at=at(on, row["hour"]), called_by=caller, called_at=called,
        edited_by=caller, edited_at=called, client_view=row.get("client_view", "").strip(),
        **{name: row[name] for name in names}, **heard,
    )  # fmt: skip
    for name, state, view in row["parties"]:
        member = _one(around, name)
        MeetingParty.objects.create(meeting=meeting, member=member, attendance=state, view=view)
    for number, told in enumerate(row.get("decisions", ()), start=1):
        _decision(book, meeting, around, number, told)
    if "decisions" in row:
        meeting.ready_on, meeting.ready_by = on, caller
        meeting.ready_at = at(on, row["hour"]) + timedelta(minutes=row["minutes"])
        meeting.save()
    if "papers_by" in row:
        ask_for_papers(book, meeting, users[row["papers_by"]])


def _decision(
    book: Book, meeting: Meeting, around: dict[str, Member], number: int, told: list[Any]
) -> None:
    what, name, due, done, outcome = told
    held, by = meeting.starts_at.date(), meeting.called_by
    doer = _one(around, name) if name else None
    due_on = book.days.ahead(-due)
    done_on = book.days.ago(done) if done else None
    step = Step.objects.create(
        ref=book.chance.ref(), client=meeting.client, doer=doer, what=what, due_on=due_on, agreed_on=held, agreed_by=by,
        done_on=done_on, done_by=by if done_on else None, outcome=outcome,
    )  # fmt: skip
    MeetingDecision.objects.create(
        meeting=meeting, number=number, what=what, doer=doer, due_on=due_on, step=step
    )


def _one(around: dict[str, Member], name: str) -> Member:
    return around[USERS.get(name, name)]
