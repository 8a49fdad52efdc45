"""Errands together: the list on the client's file, three taps to a new one, and the decision that came of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clients.doors import open_client
from clients.models import Client
from network.models import Member
from paku.access.can import can, may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.reminders.models import Clock
from paku.saving.posts import once
from pathways.actions.errands import tell_decision, write_errand
from pathways.deeds import Deed
from pathways.doors.errands import open_errand, show
from pathways.doors.paths import is_for, open_path, show_again
from pathways.forms.errands import DecisionForm, ErrandForm, ErrandQuery
from pathways.models import Errand, Pathway, Visit
from pathways.models.choosing import home_of

SECTION = ("errands",)
APPEAL = "appeal"


@requires(May.READ_PLAN)
@require_safe
def errands(request: Request, ref: UUID) -> HttpResponse:
    """As many statements for one errand as for ten."""
    client = open_client(request, ref, May.READ_PLAN, deed=Deed.ERRANDS_READ, sections=SECTION)
    found = list(Errand.objects.of(client).told().with_earlier())
    context = {
        "client": client,
        "path": Pathway.objects.newest_of(client),
        "errands": [one for one in found if not one.is_mistake],
        "taken_off": [one for one in found if one.is_mistake],
        "may_write": may_now(request.user, client.relations, May.AGREE_STEP),
        "reads_visits": can(request.user, May.READ_VISIT, client.relations).allows,
    }
    return render(request, "pathways/errands/errands.html", context)


@requires(May.AGREE_STEP)
def new_errand(request: Request, ref: UUID) -> HttpResponse:
    """What was done is all that is asked; the place, the mandate and the day are filled in."""
    path = open_path(request, ref, May.AGREE_STEP)
    visit = _visit(request, path)
    form = ErrandForm(
        request.POST or None,
        members=_members(request, path.client),
        user=request.user,
        client_name=path.client.spoken_name,
        today=request.today,
        with_place=not path.client.is_protected,
        initial={"place": home_of(path.client), **({"on": visit.on} if visit else {})},
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _write(request, path, form, visit))
    if request.method == "POST":
        show_again(request, path)
    context = {"path": path, "client": path.client, "form": form, "visit": visit}
    status = 422 if form.is_bound else 200
    return render(request, "pathways/errands/new.html", context, status=status)


@requires(May.AGREE_STEP)
def decision(request: Request, ref: UUID) -> HttpResponse:
    """What was decided, and until when it may be appealed against."""
    errand = open_errand(request, ref)
    form = DecisionForm(
        request.POST or None,
        errand=errand,
        clock=Clock.objects.terms(request.today).get(APPEAL),
        members=_members(request, errand.path.client),
        user=request.user,
        today=request.today,
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _decided(request, errand, form))
    if request.method == "POST":
        show(request, errand)
    context = {"errand": errand, "client": errand.path.client, "path": errand.path, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "pathways/errands/decision.html", context, status=status)


def _visit(request: Request, path: Any) -> Visit | None:
    """That from which one came: of this path, and one that the user may read."""
    asked = ErrandQuery(request.GET).visit
    if asked is None:
        return None
    found = Visit.objects.on_path(path).filter(ref=asked).select_related("kind").first()
    reading = can(request.user, May.READ_VISIT, path.relations)
    return found if found and reading.allows and is_for(request.user, reading, found) else None


def _members(request: Request, client: Client) -> list[Member]:
    return list(Member.objects.of(client).on(request.today).with_home().named())


def _write(request: Request, path: Pathway, form: ErrandForm, visit: Visit | None) -> str:
    write_errand(path=path, by=request.user, visit=visit, **form.told)
    return _back(request, path.client)


def _decided(request: Request, errand: Errand, form: DecisionForm) -> str:
    said = form.cleaned_data
    tell_decision(
        errand=errand, decided_on=said["decided_on"], decision=said["decision"], days=form.days,
        on=request.today, by=request.user,
    )  # fmt: skip
    return _back(request, errand.path.client)


def _back(request: Request, client: Client) -> str:
    """To the list."""
    messages.success(request, _("Saved."))
    return reverse("pathways:errands", args=[client.ref])
