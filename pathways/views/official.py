"""A visit's text for the official record, and the mark that it stands there."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once
from pathways.actions.official import mark_moved
from pathways.doors.paths import open_visit, show_again
from pathways.forms.documents.following import VisitMovedForm
from pathways.models import VisitText
from pathways.models.visit_told import plain_text


@requires(May.EDIT_PLAN)
def official_visit(request: Request, ref: UUID) -> HttpResponse:
    """The valid version, to be copied, for those whose papers of the person are moved too."""
    text = open_visit(request, ref, May.EDIT_PLAN)
    visit = text.visit
    form = VisitMovedForm(
        request.POST or None,
        initial={"version": text.version},
        today=request.today,
        ready_on=visit.on,
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _move(request, text, form))
    if request.method == "POST":
        show_again(request, visit)
    context = {
        "visit": visit,
        "client": visit.path.client,
        "form": form,
        "text": plain_text(
            text,
            name=visit.path.client.name,
            present=visit.present.all(),
            steps=visit.steps.select_related("doer", "client"),
        ),
        "moved": visit.moves.filter(version=text.version).select_related("by").first(),
    }
    status = 422 if form.is_bound else 200
    return render(request, "pathways/visits/official.html", context, status=status)


def _move(request: Request, text: VisitText, form: VisitMovedForm) -> str:
    told = form.answers
    mark_moved(text, seen_version=told["version"], by=request.user, on=told["on"])
    return text.visit.get_absolute_url()
