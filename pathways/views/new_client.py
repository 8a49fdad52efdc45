"""A new client: first look whether the person is here already, then the least form."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clients.actions.search import note_search
from clients.models import Client
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once
from pathways.actions.starting import start
from pathways.forms.new_client import NewClientForm
from pathways.forms.who import WhoForm
from pathways.models.matches import Match, matches, these
from pathways.models.workers import workers_of

LOOK = "look"


@requires(May.CREATE_CLIENT)
@require_http_methods(["GET", "HEAD", "POST"])
def new_client(request: Request) -> HttpResponse:
    """An empty sheet asks who; a look shows possible matches and the rest of the sheet; the rest is saved once."""
    if request.method != "POST":
        return show(request, WhoForm(today=request.today))
    if LOOK in request.POST:
        return look(request)
    return save(request)


def look(request: Request) -> HttpResponse:
    """The possible matches, and the whole sheet with what was typed already in it."""
    who = WhoForm(request.POST, today=request.today)
    if not who.is_valid():
        return show(request, who, status=422)
    typed = {name: request.POST.get(name, "") for name in who.fields}
    return show(request, sheet(request, initial=typed), found=noted(request, who))


def save(request: Request) -> HttpResponse:
    """Save, unless somebody who may be the same person has not been looked at yet."""
    form = sheet(request, request.POST)
    if not form.is_valid():
        return show(request, form, found=noted(request, form), status=422)
    found = matches(request.user, form.wanted, request.today)
    if (
        found
        and form.cleaned_data["other_than"] != these(found)
        and not form.was_saved_by(request.user)
    ):
        form.add_error(
            None, _("Look at the possible matches first: is one of them the same person?")
        )
        return show(request, form, found=noted(request, form), status=422)
    return once(request, form, lambda: begin(request, form))


def begin(request: Request, form: NewClientForm) -> str:
    """To the new file; or to the list, when it opens only to the colleague who became the own worker."""
    path = start(by=request.user, on=request.today, **form.answers)
    if Client.objects.opened_by(request.user).filter(pk=path.client_id).exists():
        return reverse("pathways:client", args=[path.client.ref])
    messages.success(request, _("The new client is with the own worker now."))
    return reverse("pathways:board")


def sheet(request: Request, data: Any = None, **kwargs: Any) -> NewClientForm:
    """With the workers of the user's own teams to choose from, and nobody else."""
    workers = workers_of(request.user.teams_where(May.CREATE_CLIENT), request.today)
    return NewClientForm(data, workers=workers, user=request.user, today=request.today, **kwargs)


def noted(request: Request, form: WhoForm) -> list[Match]:
    """Possible matches that are shown stand on the trail like any search. None while the name cannot be read."""
    if any(name in form.errors for name in WhoForm.base_fields):
        return []
    found = matches(request.user, form.wanted, request.today)
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
