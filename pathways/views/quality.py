"""The quality list of one person, the newest answers first; the sheet with last time's beside; the team's sums."""

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
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.half_years import HalfQuery, half_page
from paku.saving.posts import once
from pathways.actions.quality import ask_quality
from pathways.deeds import Deed
from pathways.doors.goals import show_goals
from pathways.doors.paths import open_path
from pathways.forms.quality import QualityForm, QualityQuery
from pathways.models import Pathway, QualityCheck, QualityItem
from pathways.models.quality import last_time
from pathways.models.quality_sums import quality_sums

SECTION = ("quality",)


@requires(May.READ_PLAN)
@require_safe
def quality(request: Request, ref: UUID) -> HttpResponse:
    """As many statements for one sheet as for ten."""
    client = open_client(request, ref, May.READ_PLAN, deed=Deed.GOALS_READ, sections=SECTION)
    checks = list(QualityCheck.objects.of(client))
    context = {
        "client": client,
        "path": Pathway.objects.newest_of(client),
        "newest": checks[0] if checks else None,
        "earlier": checks[1:],
        "may_edit": may_now(request.user, client.relations, May.EDIT_PLAN),
    }
    return render(request, "pathways/quality/quality.html", context)


@requires(May.EDIT_PLAN)
def new_quality(request: Request, ref: UUID) -> HttpResponse:
    """Every sentence may be passed over; one answer at least makes a sheet."""
    path = open_path(request, ref, May.EDIT_PLAN, deed=Deed.GOALS_READ, sections=SECTION)
    form = QualityForm(
        request.POST or None,
        items=list(QualityItem.objects.on(request.today)),
        last=last_time(QualityCheck.objects.of(path.client)),
        today=request.today,
        initial={"asked_at": QualityQuery(request.GET).at},
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _ask(request, path, form))
    if request.method == "POST":
        show_goals(request, path, SECTION[0])
    context = {"path": path, "client": path.client, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "pathways/quality/form.html", context, status=status)


@requires(May.REVIEW_CASELOAD)
@require_safe
def sums(request: Request) -> HttpResponse:
    """Counts of the teams that one leads: no client is shown, so no entry is written."""
    half, page = half_page(HalfQuery(request.GET), request.today)
    context = {**page, "teams": quality_sums(request.user, half.since, page["until"])}
    return render(request, "pathways/quality/sums.html", context)


def _ask(request: Request, path: Any, form: QualityForm) -> str:
    ask_quality(path=path, by=request.user, **form.written)
    messages.success(request, _("Saved."))
    return reverse("pathways:quality", args=[path.client.ref])
