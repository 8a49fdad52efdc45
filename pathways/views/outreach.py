"""Outreach: the team's contacts and its diary, and writing in the diary."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.pages import Order, Page, page
from paku.kit.refusals import NotYours
from paku.kit.strict_post import takes_many
from paku.saving.drafts import key_of
from paku.saving.models import Draft
from paku.saving.posts import once
from paku.saving.unfinished import unfinished
from pathways.actions import outreach as deeds
from pathways.deeds import Deed
from pathways.doors.outreach import open_teams
from pathways.forms.outreach import EntryForm, OutreachQuery
from pathways.models import OutreachContact, OutreachEntry, OutreachTheme

BY_MEETING: Order = [("last_met_on", "desc"), ("pk", "desc")]
BY_DAY: Order = [("on", "desc"), ("pk", "desc")]
SHOWN = ("place", "municipality", "village", "on", "hours", "people_met", "travel_km", "themes",
         "breaks_seen", "note", "version")  # fmt: skip


@requires(May.DO_OUTREACH)
@require_safe
def outreach(request: Request) -> HttpResponse:
    """Contacts first, for they are people; then the diary, and those who have become clients."""
    query = OutreachQuery(request.GET)
    found = shown(request, query)
    if query.show == "diary":
        name_themes(request, found.rows)
    refs = [row.client.ref for row in found.rows] if query.show == "clients" else []
    record(Deed.OUTREACH_READ, by=request.user, clients=refs, details={"show": query.show})
    context = {
        "rows": found.rows,
        "show": query.show,
        "shows": [
            {"url": query.link(show=code), "label": label, "current": code == query.show}
            for code, label in (
                ("contacts", _("Met in outreach")),
                ("diary", _("Diary")),
                ("clients", _("Became clients")),
            )
        ],
        "newer_url": query.link(after=found.newer) if found.newer else "",
        "older_url": query.link(after=found.older) if found.older else "",
    }
    return render(request, "pathways/outreach/outreach.html", context)


@takes_many("themes")
@requires(May.DO_OUTREACH)
def new_entry(request: Request) -> HttpResponse:
    """A sheet of the diary; the municipality of one's last round is filled in."""
    draft = unfinished(request, key_of("outreach-entry", request.user.ref))
    initial = {**draft.fields, "submission_id": draft.form} if draft else start(request)
    form = entry_form(request, initial)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _log(request, form))
    return show(request, form, draft=draft)


@takes_many("themes")
@requires(May.DO_OUTREACH)
def correct_entry(request: Request, ref: UUID) -> HttpResponse:
    """One's own entry only; the others of the team read it in the list."""
    entry = OutreachEntry.objects.of_teams(request.user).with_people().filter(ref=ref).first()
    if entry is None:
        raise Http404
    if entry.author_id != request.user.pk:
        raise NotYours(_("This was written by somebody else: only they correct it."))
    seen = {name: getattr(entry, name) for name in SHOWN} | {"team": str(entry.team.ref)}
    form = entry_form(request, seen)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _correct(request, entry, form))
    if request.method != "POST":
        record(Deed.OUTREACH_READ, entry, by=request.user)
    return show(request, form, entry=entry)


def shown(request: Request, query: OutreachQuery) -> Page[Any]:
    """A page of the list that was asked for; one statement."""
    if query.show == "diary":
        diary = OutreachEntry.objects.of_teams(request.user).with_people()
        return page(diary, order=BY_DAY, after=query.after)
    contacts = OutreachContact.objects.of_teams(request.user).with_people().timed(request.today)
    of_sort = contacts.open() if query.show == "contacts" else contacts.became_clients()
    return page(of_sort, order=BY_MEETING, after=query.after)


def name_themes(request: Request, entries: list[Any]) -> None:
    """What the codes mean; one statement for any number. An ended code shows the label that it had."""
    labels = {theme.code: theme.label for theme in OutreachTheme.objects.order_by("since", "pk")}
    for entry in entries:
        entry.theme_labels = [labels.get(code, code) for code in entry.themes]


def start(request: Request) -> dict[str, Any]:
    """Rounds are made in the same parts: the municipality of the author's last one."""
    last = OutreachEntry.objects.of_teams(request.user).filter(author=request.user)
    return {"municipality": last.values_list("municipality_id", flat=True).first()}


def entry_form(request: Request, initial: dict[str, Any]) -> EntryForm:
    return EntryForm(
        request.POST or None,
        initial=initial,
        teams=open_teams(request.user),
        themes=OutreachTheme.objects.choices(request.today),
        today=request.today,
    )


def draft_key(request: Request, kind: str, ref: UUID) -> str:
    """Drafts are kept for those who have a day of their own; "" for the others."""
    return key_of(kind, ref) if request.user.may(May.SEE_OWN_DAY) else ""


def show(
    request: Request, form: EntryForm, *, draft: Draft | None = None, entry: Any = None
) -> HttpResponse:
    key = "" if entry else draft_key(request, "outreach-entry", request.user.ref)
    context = {"form": form, "draft": draft, "entry": entry, "draft_key": key}
    status = 422 if form.is_bound else 200
    return render(request, "pathways/outreach/entry.html", context, status=status)


def _log(request: Request, form: EntryForm) -> str:
    answers = form.answers
    del answers["version"]
    deeds.log_entry(by=request.user, **answers)
    return f"{reverse('pathways:outreach')}?show=diary"


def _correct(request: Request, entry: OutreachEntry, form: EntryForm) -> str:
    answers = form.answers
    seen = answers.pop("version") or 0
    deeds.correct_entry(entry=entry, seen_version=seen, by=request.user, **answers)
    return f"{reverse('pathways:outreach')}?show=diary"
