"""Papers and the calendar entry of one network meeting."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clients.models import Client
from network.actions import meeting_papers as deeds
from network.actions.meetings import tell_of
from network.deeds import Deed
from network.doors import open_meeting
from network.models import Meeting, MeetingParty
from network.papers.two_people import is_guarded
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.icalendar import CONTENT_TYPE, Event, written
from paku.saving.forms import GuardedForm
from paku.saving.posts import once

KINDS = {"invitation": deeds.invite, "memo": deeds.give_memo}


@requires(May.MAKE_PAPER)
@require_POST
def client_paper(request: Request, ref: UUID, kind: str) -> HttpResponse:
    """The client's own invitation, or their own copy of the memo."""
    return _paper(request, ref, kind, None)


@requires(May.MAKE_PAPER)
@require_POST
def party_paper(request: Request, ref: UUID, kind: str, party: UUID) -> HttpResponse:
    """One party's invitation, or the memo with only what is theirs."""
    return _paper(request, ref, kind, party)


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


def _paper(request: Request, ref: UUID, kind: str, party: UUID | None) -> HttpResponse:
    found = open_meeting(request, ref, May.MAKE_PAPER)
    asked = _party(found, party) if party else None
    form = GuardedForm(request.POST)
    if not form.is_valid():
        return redirect(found)
    return once(request, form, lambda: _give(request, found, kind, asked))


def _party(found: Meeting, ref: UUID) -> MeetingParty:
    there: Any = found.parties.select_related("member__organisation", "member__user")
    party: MeetingParty | None = there.filter(ref=ref).first()
    if party is None:
        raise Http404
    return party


def _give(request: Request, found: Meeting, kind: str, party: MeetingParty | None) -> str:
    client: Any = Client.objects.with_care().get(pk=found.client_id)
    given = KINDS[kind](
        client=client, meeting=found, party=party, by=request.user, today=request.today
    )
    return f"{reverse('network:summary-pdf', args=[client.ref])}?paper={given.paper.ref}"
