"""Somebody met: the first card, meeting again, and what changes on the way."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.drafts import key_of
from paku.saving.models import Draft
from paku.saving.posts import once
from paku.saving.unfinished import unfinished
from pathways.actions import outreach_contacts as deeds
from pathways.doors.outreach import open_contact, open_teams, takers
from pathways.forms.outreach_contacts import ContactEditForm, ContactForm, MeetingForm
from pathways.models import OutreachContact, OutreachMeeting
from pathways.models.need_sign import signs_in
from pathways.views.outreach import draft_key

KEPT_AS = ("nickname", "place", "municipality", "village", "how_to_find", "is_urgent", "version")


@requires(May.DO_OUTREACH)
def new_contact(request: Request) -> HttpResponse:
    """A nickname and a place; the day and the taker are filled in."""
    draft = unfinished(request, key_of("outreach-contact", request.user.ref))
    form = contact_form(request, ContactForm, begun(draft))
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _meet(request, form))
    key = draft_key(request, "outreach-contact", request.user.ref)
    return show(request, "new_contact", form, draft=draft, draft_key=key)


@requires(May.DO_OUTREACH)
def contact(request: Request, ref: UUID) -> HttpResponse:
    """What is known, and what one may do; a post tells that one has met the person again."""
    found = open_contact(request, ref)
    if not found.is_open:
        return show_closed(request, found)
    draft = unfinished(request, key_of("outreach-meeting", ref))
    form = MeetingForm(request.POST or None, initial=begun(draft), today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _meet_again(request, found, form))
    key = draft_key(request, "outreach-meeting", ref)
    told = {"draft": draft, "draft_key": key, **what_is_told(request, found)}
    return show(request, "contact", form, contact=found, **told)


@requires(May.DO_OUTREACH)
def edit(request: Request, ref: UUID) -> HttpResponse:
    """Where the person is found, who takes it, is it urgent."""
    found = open_contact(request, ref)
    if not found.is_open and request.method != "POST":
        return redirect("pathways:contact", ref)
    seen = {name: getattr(found, name) for name in KEPT_AS}
    seen |= {"team": str(found.team.ref), "taken_by": str(found.taken_by.ref)}
    form = contact_form(request, ContactEditForm, seen, only=found)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _edit(request, found, form))
    return show(request, "edit_contact", form, contact=found)


def contact_form(
    request: Request, kind: Any, initial: dict[str, Any], *, only: OutreachContact | None = None
) -> Any:
    """`only`: of an existing contact the team stands."""
    teams = [only.team] if only else open_teams(request.user)
    people = [m for m in takers(request) if m.team_id in {team.pk for team in teams}]
    return kind(
        request.POST or None,
        initial=initial,
        teams=teams,
        takers=people,
        user=request.user,
        today=request.today,
    )


def begun(draft: Draft | None) -> dict[str, Any]:
    return {**draft.fields, "submission_id": draft.form} if draft else {}


def what_is_told(request: Request, found: OutreachContact) -> dict[str, Any]:
    """The meetings, and the words by which a matter may already be pending (703/2023 37 §)."""
    meetings = list(found.meetings.select_related("author"))
    texts = [text for one in meetings for text in (one.words, one.note)]
    return {"meetings": meetings, "signs": signs_in([found.words, *texts], request.today)}


def show(request: Request, page: str, form: Any, **context: Any) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(
        request, f"pathways/outreach/{page}.html", {"form": form, **context}, status=status
    )


def show_closed(request: Request, found: OutreachContact) -> HttpResponse:
    """Part of the client's file by now: read only. Somebody who was about to add to it is told so."""
    if request.method == "POST":
        raise deeds.gone()
    meetings: list[OutreachMeeting] = list(found.meetings.select_related("author"))
    context = {"contact": found, "meetings": meetings}
    return render(request, "pathways/outreach/contact.html", context)


def _meet(request: Request, form: ContactForm) -> str:
    found = deeds.meet(on=request.today, by=request.user, **form.answers)
    return reverse("pathways:contact", args=[found.ref])


def _meet_again(request: Request, found: OutreachContact, form: MeetingForm) -> str:
    deeds.meet_again(contact=found, by=request.user, **form.answers)
    return reverse("pathways:contact", args=[found.ref])


def _edit(request: Request, found: OutreachContact, form: ContactEditForm) -> str:
    answers = form.answers
    seen = answers.pop("version")
    deeds.edit(contact=found, seen_version=seen, by=request.user, **answers)
    return reverse("pathways:contact", args=[found.ref])
