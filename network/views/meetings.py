"""Network meetings: a client's own, one of them, one's own coming ones; calling, changing and cancelling."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clients.doors import open_client
from clients.models import Client
from network.actions import meetings as deeds
from network.deeds import Deed
from network.doors import open_meeting, show_meeting
from network.forms.meetings import PLAN, CancelForm, MeetingForm
from network.meetings.consents import who_may_hear
from network.meetings.table import Table, table_of
from network.models import Meeting, Member
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.strict_post import takes_many
from paku.saving.posts import once

MOST = 60


@requires(May.SEE_OWN_DAY)
@require_safe
def my_meetings(request: Request) -> HttpResponse:
    """The coming meetings of those with whom one works: when, where and whose. What for stands on the meeting."""
    found = Meeting.objects.near(request.user).coming(request.today).select_related("client")
    return render(request, "network/meetings/mine.html", {"meetings": found[:MOST]})


@requires(May.READ_PLAN)
@require_safe
def meetings(request: Request, ref: UUID) -> HttpResponse:
    """The coming ones first, then those that were held, with how many decisions were kept."""
    client = _open(request, ref, May.READ_PLAN)
    found = list(Meeting.objects.of(client).select_related("called_by").prefetch_related("parties"))
    coming = [one for one in found if one.is_open]
    context = {
        "client": client,
        "coming": sorted(coming, key=lambda one: one.starts_at),
        "over": [one for one in found if not one.is_open],
        "may_edit": may_now(request.user, client.relations, May.EDIT_PLAN),
    }
    return render(request, "network/meetings/meetings.html", context)


@requires(May.READ_PLAN)
@require_safe
def meeting(request: Request, ref: UUID) -> HttpResponse:
    """All of one meeting: last time's promises first, the client's view before the others'."""
    found = open_meeting(request, ref)
    table = table_of(found, today=request.today)
    user, relations = request.user, found.relations
    reads_consents = may_now(user, relations, May.READ_CONSENTS)
    context = {
        "meeting": found,
        "client": found.client,
        "table": table,
        "rows": _rows(request, table, reads_consents=reads_consents),
        "corrections": found.corrections.select_related("by") if found.is_ready else (),
        "may_edit": may_now(user, relations, May.EDIT_PLAN),
        "may_give": may_now(user, relations, May.MAKE_PAPER),
    }
    return render(request, "network/meetings/meeting.html", context)


@takes_many("members")
@requires(May.EDIT_PLAN)
def new_meeting(request: Request, ref: UUID) -> HttpResponse:
    """A meeting is called; the invitations are made on its own page."""
    client = _open(request, ref, May.EDIT_PLAN)
    form = _form(request, client, None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _call(request, client, form))
    return _sheet(request, "network/meetings/new.html", client=client, form=form)


@takes_many("members")
@requires(May.EDIT_PLAN)
def edit_meeting(request: Request, ref: UUID) -> HttpResponse:
    """Another hour, place or party, or how the client is heard."""
    found = open_meeting(request, ref, May.EDIT_PLAN)
    if not found.is_open and request.method != "POST":
        return redirect(found)
    form = _form(request, found.client, found)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _change(request, found, form))
    if request.method == "POST":
        show_meeting(request, found)
    return _sheet(
        request, "network/meetings/edit.html", client=found.client, meeting=found, form=form
    )


@requires(May.EDIT_PLAN)
def cancel_meeting(request: Request, ref: UUID) -> HttpResponse:
    """It stays readable, with the reason; those asked are told by telephone."""
    found = open_meeting(request, ref, May.EDIT_PLAN)
    if not found.is_open and request.method != "POST":
        return redirect(found)
    form = CancelForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _cancel(request, found, form))
    if request.method == "POST":
        show_meeting(request, found)
    return _sheet(
        request, "network/meetings/cancel.html", client=found.client, meeting=found, form=form
    )


def _open(request: Request, ref: UUID, right: May) -> Any:
    return open_client(request, ref, right, deed=Deed.MEETINGS_READ, sections=("meetings",))


def _rows(request: Request, table: Table, *, reads_consents: bool) -> list[tuple[Any, Any]]:
    """Each party with what the ledger lets them hear, for those who may read consents."""
    if not reads_consents:
        return [(party, None) for party in table.parties]
    members = [party.member for party in table.parties]
    return list(
        zip(
            table.parties,
            who_may_hear(table.meeting.client, members, request.today),
            strict=True,
        )
    )


def _form(request: Request, client: Client, was: Meeting | None) -> MeetingForm:
    members = list(Member.objects.of(client).on(request.today).with_home().named())
    initial: dict[str, Any] = {}
    if was:
        asked = [party.member for party in was.parties.select_related("member__organisation")]
        there = {one.pk for one in members}
        members += [one for one in asked if one.pk not in there]  # whose day has passed since
        initial = {name: getattr(was, name) for name in PLAN}
        initial |= {"members": [str(one.ref) for one in asked], "seen": was.saves}
    return MeetingForm(request.POST or None, today=request.today, members=members, initial=initial)


def _sheet(request: Request, template: str, **context: Any) -> HttpResponse:
    return render(request, template, context, status=422 if context["form"].is_bound else 200)


def _call(request: Request, client: Client, form: MeetingForm) -> str:
    members = form.cleaned_data["members"]
    made = deeds.call(client=client, members=members, by=request.user, **form.told)
    return made.get_absolute_url()


def _change(request: Request, found: Meeting, form: MeetingForm) -> str:
    data = form.cleaned_data
    deeds.change(
        meeting=found, members=data["members"], seen=data["seen"] or 0, by=request.user, **form.told
    )
    return found.get_absolute_url()


def _cancel(request: Request, found: Meeting, form: CancelForm) -> str:
    deeds.cancel(meeting=found, why=form.cleaned_data["why"], on=request.today, by=request.user)
    return reverse("network:meeting", args=[found.ref])
