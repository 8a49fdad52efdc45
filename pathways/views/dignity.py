"""The dignity check: how the four stand now, what is done about it, and each time that it was asked (row S15)."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clients.doors import open_client
from network.models import Member
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once
from pathways.actions.dignity import ask_dignity
from pathways.deeds import Deed
from pathways.doors.goals import show_goals
from pathways.doors.paths import open_path
from pathways.forms.dignity import DignityForm
from pathways.models import DignityCheck, Pathway
from pathways.models.dignity import standings


@requires(May.READ_PLAN)
@require_safe
def dignity(request: Request, ref: UUID) -> HttpResponse:
    """The same statements whether it was asked once or ten times."""
    client = open_client(request, ref, May.READ_PLAN, deed=Deed.GOALS_READ, sections=("dignity",))
    checks = list(DignityCheck.objects.of(client))
    context = {
        "client": client,
        "path": Pathway.objects.newest_of(client),
        "now": standings(checks),
        "checks": checks,
        "may_edit": may_now(request.user, client.relations, May.EDIT_PLAN),
    }
    return render(request, "pathways/dignity/dignity.html", context)


@requires(May.EDIT_PLAN)
def new_dignity(request: Request, ref: UUID) -> HttpResponse:
    """Four questions; a “no” asks for a task."""
    path = open_path(request, ref, May.EDIT_PLAN, deed=Deed.GOALS_READ, sections=("dignity",))
    now = standings(DignityCheck.objects.of(path.client))
    form = DignityForm(
        request.POST or None,
        members=list(Member.objects.of(path.client).on(request.today).with_home().named()),
        under_way={one.part.value: one.under_way for one in now if one.under_way},
        user=request.user,
        today=request.today,
        client_name=path.client.spoken_name,
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _ask(request, path, form))
    if request.method == "POST":
        show_goals(request, path, "dignity")
    context = {"path": path, "client": path.client, "form": form, "now": now}
    return render(
        request, "pathways/dignity/form.html", context, status=422 if form.is_bound else 200
    )


def _ask(request: Request, path: Pathway, form: DignityForm) -> str:
    ask_dignity(path=path, by=request.user, **form.answers)
    messages.success(request, _("Saved."))
    return reverse("pathways:dignity", args=[path.client.ref])
