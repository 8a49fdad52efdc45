"""Who does what in the area, where and how soon. Nothing of anybody's file is shown, so no entry is written."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db.models import Value
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from clients.models import Village
from network.directory import listing as pages
from network.directory.calendar import calendar
from network.directory.endings import ending
from network.directory.learned import learned_waits
from network.directory.listing import TODAY, Wanted
from network.forms.directory import DirectorySearch
from network.models import (
    AreaNetwork,
    DirectoryChange,
    DirectoryImport,
    Organisation,
    PopUpDay,
    Presence,
    Service,
)
from network.models.service import WHATS
from network.notices.directory import OF_CHANGES, OF_FILES
from paku.access.doors import open_to_all, requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.icalendar import CONTENT_TYPE
from paku.kit.query import Param, Query, choice, ref, words
from paku.reminders.models import Delivery
from paku.reminders.telling import told_to

WAITING: dict[str, Any] = {"changes": DirectoryChange, "files": DirectoryImport}
MOST_TOLD = 20


def _code() -> Param[str]:
    """Statistics Finland's three digits; any other word is as if it were not there."""
    return Param(lambda raw: raw if len(raw) == 3 and raw.isascii() and raw.isdigit() else None, "")


class DirectoryQuery(Query):
    municipality = _code()
    village = words()
    what = choice("", TODAY, *dict(WHATS), default="")


class CalendarQuery(Query):
    municipality = _code()
    service = ref()


@requires(May.READ_DIRECTORY)
def directory(request: Request) -> HttpResponse:
    """Searching is a post, like every search: one habit, whatever the words are."""
    query = DirectoryQuery(request.GET)
    form = DirectorySearch(request.POST or None)
    typed = form.cleaned_data["q"] if form.is_bound and form.is_valid() else ""
    village = query.village if query.municipality else ""
    wanted = Wanted(query.municipality, village, typed, query.what, request.today)
    found = pages.directory(today=request.today, wanted=wanted)
    context = {
        "directory": found,
        "places": found.places,
        "villages": _villages(query.municipality),
        "wanted": wanted,
        "whats": [(TODAY, _("Met in person today")), *WHATS],
        "municipality": query.municipality,
        "query": query,
        "form": form,
        "words": typed,
        "all_url": request.path,
        "may_observe": request.user.may(May.MARK_BREAK),
        "may_edit": request.user.may(May.EDIT_DIRECTORY),
        **_waiting(request),
    }
    return render(
        request, "network/directory/directory.html", context, status=422 if form.errors else 200
    )


@requires(May.READ_DIRECTORY)
@require_safe
def entry(request: Request, ref: UUID) -> HttpResponse:
    """The page of an organisation, or of one service with its days and places."""
    coming, places = PopUpDay.objects.ahead(request.today), Presence.objects.placed()
    services = Service.objects.with_endings()
    organisations = Organisation.objects.for_directory(services, coming, places)
    own = organisations.filter(ref=ref).first()
    context: dict[str, Any] = {
        "may_edit": request.user.may(May.EDIT_DIRECTORY),
        "may_tell": request.user.may(May.TELL_WHERE_AND_WHEN),
    }
    if own is not None:
        learned = learned_waits()
        offers = [pages.offer(one, Wanted(), request.today, learned) for one in own.services.all()]
        networks = AreaNetwork.objects.of(own)
        context |= {"organisation": own, "offers": offers, "networks": networks}
        context["ending"] = ending(own, request.today)
        context["waiting"] = DirectoryChange.objects.waiting().filter(organisation=own).count()
        return render(request, "network/directory/organisation_page.html", context)
    service = Service.objects.whole(coming).filter(ref=ref).first()
    if service is None:
        raise Http404
    told = pages.offer(service, Wanted(), request.today, learned_waits())
    context |= {"service": service, "offer": told, "ending": told.ending}
    context["days"] = list(service.pop_up_days.all())
    context["series"] = service.pop_up_series.filter(until__gte=request.today)
    context["waiting"] = DirectoryChange.objects.waiting().filter(service=service).count()
    return render(request, "network/directory/service_page.html", context)


@open_to_all
@require_safe
def pop_up_calendar(request: Request) -> HttpResponse:
    """For calendar programs, which cannot sign in: it tells of days, places and services, of nobody at all."""
    query = CalendarQuery(request.GET)
    written = calendar(
        today=request.today,
        at=datetime.now(UTC),
        municipality=query.municipality,
        service=str(query.service or ""),
    )
    return HttpResponse(
        written,
        content_type=CONTENT_TYPE,
        headers={"Content-Disposition": 'attachment; filename="pop-up.ics"'},
    )


def _waiting(request: Request) -> dict[str, Any]:
    """For those who look after the directory: what they are told of, and how many changes and files wait."""
    if not request.user.may(May.EDIT_DIRECTORY):
        return {"told": [], "waiting": {}}
    mine = Delivery.objects.notices_for(request.user).of_kinds(OF_CHANGES + OF_FILES)
    changes, files = (
        rows.objects.waiting().order_by().values_list(Value(name), "ref")
        for name, rows in WAITING.items()
    )
    return {
        "told": told_to(request.user, mine.newest(MOST_TOLD), request.today),
        "waiting": Counter(name for name, _ref in changes.union(files, all=True)),
    }


def _villages(municipality: str) -> list[Village]:
    return list(Village.objects.filter(municipality__code=municipality)) if municipality else []
