"""Papers of one network meeting: chosen, looked at one by one, made as one job; and its calendar entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clients.models import Client
from network.actions import paper_batches
from network.actions.meetings import tell_of
from network.deeds import Deed
from network.doors import open_meeting, show_meeting
from network.forms.meeting_papers import PapersForm, Wished
from network.meetings.seats import Seat, kind_of, seats_at
from network.meetings.table import Table, table_of
from network.models import PaperBatch, PaperLine
from network.papers.meetings import meeting_paper
from network.papers.summaries import fingerprint
from network.papers.two_people import is_guarded, second_persons
from network.views.papers import gives
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.access.step_up import needs_fresh_sign_in
from paku.audit.record import record
from paku.kit.icalendar import CONTENT_TYPE, Event, written
from paku.printing.manuscripts import Manuscript
from paku.saving.posts import once

MOST_BATCHES = 10


@dataclass(frozen=True, slots=True)
class Shown:
    """One paper as it would go; `same`: the line by which this very paper has been made already."""

    seat: Seat
    paper: Manuscript
    seen: str
    same: PaperLine | None

    @property
    def key(self) -> str:
        return self.seat.key


@requires(May.MAKE_PAPER)
@needs_fresh_sign_in(when=gives)
def meeting_papers(request: Request, ref: UUID) -> HttpResponse:
    """Papers that were looked at are made as they were looked at; if one has changed meanwhile, all are shown anew."""
    found = open_meeting(request, ref, May.MAKE_PAPER)
    client: Any = Client.objects.with_care().get(pk=found.client_id)
    client.relations = found.relations
    table = table_of(found, today=request.today)
    seats = seats_at(table, client, request.today)
    form = PapersForm(request.POST or None, seats=seats, is_looking="preview" in request.POST)
    if request.method == "POST":
        show_meeting(request, found)
    if not (form.is_bound and form.is_valid()):
        return _page(request, table, client, form, status=422 if form.is_bound else 200)
    shown = [_shown(request, table, client, one) for one in form.wished]
    has_changed = form.has_lost_some or [one.seen for one in shown] != [
        one.seen for one in form.wished
    ]
    if form.is_looking or has_changed:
        return _preview(request, table, client, form, shown)
    return once(request, form, lambda: _ask(request, table, client, shown))


@requires(May.READ_PLAN)
@require_safe
def calendar(request: Request, ref: UUID) -> HttpResponse:
    """For anybody's calendar: the hour and the place, no name of the client and no reason."""
    found = open_meeting(request, ref)
    event = Event(
        uid=f"{found.ref}@paku",
        starts_at=found.starts_at,
        ends_at=found.ends_at,
        summary=_("Network meeting"),
        location="" if is_guarded(found.client) else found.where,
        is_cancelled=found.is_cancelled,
        sequence=found.sequence,
    )
    tell_of(Deed.MEETING_CALENDAR, found, request.user, sequence=found.sequence)
    answer = HttpResponse(
        written(_("Network meeting"), [event], at=timezone.now()), content_type=CONTENT_TYPE
    )
    answer["Content-Disposition"] = 'attachment; filename="paku-verkostotapaaminen.ics"'
    answer["Cache-Control"] = "no-store"
    return answer


def _page(
    request: Request, table: Table, client: Any, form: PapersForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    guarded = is_guarded(client)
    context = {
        "meeting": table.meeting,
        "client": client,
        "form": form,
        "kind": kind_of(table.meeting),
        "is_guarded": guarded,
        "seconds": second_persons(client, but=request.user, today=request.today) if guarded else (),
        "batches": _batches(table),
        **more,
    }
    return render(request, "network/meetings/papers.html", context, status=status)


def _batches(table: Table) -> list[PaperBatch]:
    """The newest first, with their lines."""
    found = PaperBatch.objects.filter(meeting=table.meeting).select_related("asked_by")
    return list(found.prefetch_related("lines")[:MOST_BATCHES])


def _shown(request: Request, table: Table, client: Any, wished: Wished) -> Shown:
    seat = wished.seat
    paper = meeting_paper(
        client, table, seat.hears, seat.kind, language=wished.language, today=request.today
    )
    seen, member = fingerprint(paper), seat.hears.member if seat.hears else None
    same = PaperLine.objects.same(table.meeting, member, seen).standing(request.today)
    return Shown(seat, paper, seen, same.with_papers().first())


def _preview(
    request: Request, table: Table, client: Any, form: PapersForm, shown: list[Shown]
) -> HttpResponse:
    for one in shown:
        record(
            Deed.PAPER_PREVIEWED, table.meeting, by=request.user, client=client.ref,
            sections=[part.name for part in one.paper.sections], recipient=one.paper.recipient,
        )  # fmt: skip
    has_changed = not form.is_looking
    form.shown({one.key: one.seen for one in shown})
    return _page(
        request, table, client, form, status=409 if has_changed else 200, shown=shown,
        has_changed=has_changed, new=sum(one.same is None for one in shown),
    )  # fmt: skip


def _ask(request: Request, table: Table, client: Any, shown: list[Shown]) -> str:
    batch = paper_batches.ask(
        client=client,
        meeting=table.meeting,
        kind=kind_of(table.meeting),
        wishes=[(one.seat.hears, one.paper) for one in shown],
        by=request.user,
        today=request.today,
    )
    return batch.get_absolute_url()
