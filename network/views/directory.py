"""Who does what in the area, where and how soon. Nothing of anybody's file is shown, so no entry is written."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from network import directory as pages
from network.forms.directory import DirectorySearch
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.query import Param, Query


class DirectoryQuery(Query):
    """Statistics Finland's three digits; any other word is as if it were not there."""

    municipality = Param(
        lambda raw: raw if len(raw) == 3 and raw.isascii() and raw.isdigit() else None, ""
    )


@requires(May.READ_DIRECTORY)
def directory(request: Request) -> HttpResponse:
    """Searching is a post, like every search: one habit, whatever the words are."""
    query = DirectoryQuery(request.GET)
    form = DirectorySearch(request.POST or None)
    words = form.cleaned_data["q"] if form.is_bound and form.is_valid() else ""
    found = pages.directory(today=request.today, municipality=query.municipality, words=words)
    context = {
        "directory": found,
        "places": found.places,
        "municipality": query.municipality,
        "form": form,
        "words": words,
        "all_url": request.path,
        "may_observe": request.user.may(May.MARK_BREAK),
    }
    return render(
        request, "network/directory/directory.html", context, status=422 if form.errors else 200
    )
