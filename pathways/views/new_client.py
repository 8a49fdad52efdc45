"""A new client: first look whether the person is here already, then the least form."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clients.actions.identity_codes import TAKEN
from clients.actions.search import note_search
from clients.models import Client
from clients.models.identity_code import Known, known_code
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once
from pathways.actions.starting import start
from pathways.forms.new_client import NewClientForm
from pathways.forms.who import WhoForm
from pathways.models.matches import Match, matches, these
from pathways.models.workers import workers_of
from pathways.views.outreach_joining import begin_from, join_to

LOOK = "look"


@requires(May.CREATE_CLIENT)
@require_http_methods(["GET", "HEAD", "POST"])
def new_client(request: Request) -> HttpResponse:
    """An empty sheet asks who; a look shows possible matches and the rest of the sheet; the rest is saved once."""
    if request.method != "POST":
        return show(request, who(request, initial=begin_from(request)))
    if LOOK in request.POST:
        return look(request)
    return save(request)


def look(request: Request) -> HttpResponse:
    """The possible matches, and the whole sheet with what was typed already in it."""
    asked = who(request, request.POST)
    if not asked.is_valid():
        return show(request, asked, status=422)
    found = noted(request, asked)
    if asked.errors:
        return show(request, asked, found=found, status=422)
    typed = {name: request.POST.get(name, "") for name in asked.fields}
    return show(request, sheet(request, initial=begin_from(request) | typed), found=found)


def save(request: Request) -> HttpResponse:
    """Save, unless somebody who may be the same person has not been looked at yet."""
    form = sheet(request, request.POST)
    if not form.is_valid():
        return show(request, form, found=noted(request, form), status=422)
    if form.was_saved_by(request.user):
        return once(request, form, lambda: begin(request, form))
    known = known_by(request, form)
    found = matches(request.user, form.wanted, request.today, same_code=keys_of(known))
    if known.is_elsewhere or known.client_id:
        return show(request, form, found=noted(request, form), status=422)
    if found and form.cleaned_data["other_than"] != these(found):
        form.add_error(
            None, _("Look at the possible matches first: is one of them the same person?")
        )
        return show(request, form, found=noted(request, form), status=422)
    return once(request, form, lambda: begin(request, form))


def begin(request: Request, form: NewClientForm) -> str:
    """To the new file; or to the list, when it opens only to the colleague who became the own worker."""
    path = start(by=request.user, on=request.today, **form.answers)
    if contact := form.cleaned_data["contact"]:
        join_to(request, contact, path.client)
    if Client.objects.opened_by(request.user).filter(pk=path.client_id).exists():
        return reverse("pathways:client", args=[path.client.ref])
    messages.success(request, _("The new client is with the own worker now."))
    return reverse("pathways:board")


def who(request: Request, data: Any = None, **kwargs: Any) -> WhoForm:
    return WhoForm(data, by_pseudonyms=by_pseudonyms(request), today=request.today, **kwargs)


def by_pseudonyms(request: Request) -> bool:
    """Wherever the user may take somebody in, it is by a pseudonym."""
    teams = [m.team for m in request.user.rights if May.CREATE_CLIENT in m.rights]
    return bool(teams) and all(team.is_pseudonymous for team in teams)


def known_by(request: Request, form: WhoForm) -> Known:
    return known_code(request.user, form.code) if form.code else Known(None, False)


def keys_of(known: Known) -> tuple[int, ...]:
    return () if known.client_id is None else (known.client_id,)


def sheet(request: Request, data: Any = None, **kwargs: Any) -> NewClientForm:
    """With the workers of the user's own teams to choose from, and nobody else."""
    workers = workers_of(request.user.teams_where(May.CREATE_CLIENT), request.today)
    return NewClientForm(
        data,
        workers=workers,
        user=request.user,
        by_pseudonyms=by_pseudonyms(request),
        today=request.today,
        **kwargs,
    )


def noted(request: Request, form: WhoForm) -> list[Match]:
    """Possible matches that are shown stand on the trail like any search. None while the name cannot be read."""
    if any(name in form.errors for name in WhoForm.base_fields):
        return []
    known = known_by(request, form)
    found = matches(request.user, form.wanted, request.today, same_code=keys_of(known))
    if known.is_elsewhere:
        form.add_error("identity_code", TAKEN)
    elif known.client_id and isinstance(form, NewClientForm):
        form.add_error("identity_code", _("One of those above has this identity code."))
    note_search(asked=form.asked, shown=[match.row.ref for match in found], by=request.user)
    return found


def show(
    request: Request, form: WhoForm, *, found: list[Match] | None = None, status: int = 200
) -> HttpResponse:
    """`found` is None before anybody has been looked for."""
    context = {
        "form": form,
        "found": found,
        "these": these(found or []),
        "is_whole": isinstance(form, NewClientForm),
    }
    context["is_checked"] = bool(found) and form.data.get("other_than") == context["these"]
    return render(request, "pathways/new_client/new.html", context, status=status)
