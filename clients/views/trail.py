"""The use log and the disclosure log for the privacy officer; and for everybody, what they have done themselves."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from clients import trail as pages
from clients.forms.trail import WorkerForm
from clients.trail import OwnTrailQuery, TrailQuery, names_for, names_stated
from clients.trail_lines import by_day_and_person, lines, shown_person
from paku.access.doors import requires
from paku.access.models import User
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit import chain
from paku.audit.deeds import Deed, all_deeds
from paku.audit.record import record
from paku.reminders.models import Delivery
from paku.reminders.telling import Group, clients_of, kinds_told, told_to
from paku.saving.posts import SeeOther

MOST_TOLD = 50


@requires(May.READ_TRAIL)
def trail(request: Request) -> HttpResponse:
    """Who did what to whose data; no texts. Reading it is an entry too."""
    query = TrailQuery(request.GET)
    purpose = pages.stated_purpose(request.user, query.client) if query.client else "supervision"
    if not purpose:
        return redirect("clients:trail-reason", query.client)
    form = WorkerForm(request.POST or None)
    found = (
        pages.workers_called(form.cleaned_data["worker"])
        if form.is_bound and form.is_valid()
        else None
    )
    if found and len(found) == 1:
        return SeeOther(request.path + query.link(who=found[0].ref))
    context = {
        **_read(request, query, purpose),
        "form": form,
        "found": _links(query, found),
        "searched": found is not None,
    }
    return render(request, "clients/trail/trail.html", context, status=422 if form.errors else 200)


@requires(May.USE_OWN_ACCOUNT)
def own_trail(request: Request) -> HttpResponse:
    """What I have opened and done. Names only of those whom I may still see; to who reads the whole trail, of those for
    whom a reason has been stated."""
    query = OwnTrailQuery(request.GET)
    page = pages.own_page(request.user, query)
    people = set(filter(None, map(shown_person, page.rows)))
    reads_all = request.user.may(May.READ_TRAIL)
    names = (names_stated if reads_all else names_for)(request.user, people)
    record(Deed.OWN_TRAIL_READ, by=request.user, clients=names, purpose="own_log")
    found = lines(page.rows, names)
    context = {
        "query": query,
        "lines": found,
        "reads_all": reads_all,
        "days": by_day_and_person(found),
        **_pager(query, page),
    }
    return render(request, "clients/trail/own.html", context)


def _read(request: Request, query: TrailQuery, purpose: str) -> dict[str, Any]:
    """Seven statements at most: entries, for whom a reason has been stated, their names, the worker's name, the chain
    (two; not of one person) and this reading's own entry; on the first page one more for what the officer is told of,
    and two when there is something."""
    sealed = None if query.client else chain.state()
    page = pages.trail_page(query)
    known = [] if query.values else _told(request)
    shown = {shown_person(entry, query.client) for entry in page.rows} | {query.client}
    people = {ref for ref in shown if ref} | clients_of(known)
    names = names_stated(request.user, people)
    asked = {name: str(value) for name, value in query.values.items() if name != "after"}
    record(Deed.TRAIL_READ, by=request.user, clients=sorted(people), purpose=purpose, details=asked)
    return {
        "query": query,
        "told": known,
        "lines": lines(page.rows, names, about=query.client, link=query.link),
        "kinds": _kinds(query),
        "deeds": sorted(all_deeds().items(), key=lambda deed: deed[1].casefold()),
        "client_name": names.get(query.client, "") if query.client else "",
        "worker_name": pages.worker_name(query.who),
        "all_persons_url": query.link(client=None),
        "all_workers_url": query.link(who=None),
        "chain": sealed,
        **_pager(query, page),
    }


def _told(request: Request) -> list[Group]:
    mine = Delivery.objects.notices_for(request.user).of_kinds(kinds_told())
    return told_to(request.user, mine.newest(MOST_TOLD), request.today)


def _pager(query: OwnTrailQuery, page: Any) -> dict[str, str]:
    return {
        "older_url": query.link(after=page.older) if page.older else "",
        "newer_url": query.link(after=page.newer) if page.newer else "",
    }


def _kinds(query: TrailQuery) -> list[dict[str, Any]]:
    """Everything, what was given out, what was refused."""
    labels = (("", _("Everything")), ("disclosures", _("Disclosures")), ("refusals", _("Refusals")))
    return [
        {"url": query.link(only=only), "label": label, "current": query.only == only}
        for only, label in labels
    ]


def _links(query: TrailQuery, found: list[User] | None) -> list[tuple[str, User]]:
    return [(query.link(who=user.ref), user) for user in found or ()]
