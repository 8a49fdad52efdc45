"""Writing down the death of a person whose file is closed to everybody: by its number, without opening it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.saving.posts import SeeOther, once, sent_before
from pathways.actions.deaths import write_death
from pathways.deeds import Deed
from pathways.doors.retention import closed_file
from pathways.forms.deaths import DeathForm, FindForm
from pathways.models.closed_file import ClosedFile


@requires(May.RETAIN)
def find_closed(request: Request) -> HttpResponse:
    """Which file: what was typed stands in no address."""
    form = FindForm(request.POST or None, user=request.user)
    if form.is_bound and form.is_valid() and form.found:
        return SeeOther(reverse("pathways:death", args=[form.found]))
    record(Deed.RETENTION_READ, by=request.user, purpose="retention")
    status = 422 if form.is_bound else 200
    return render(request, "pathways/retention/find.html", {"form": form}, status=status)


@requires(May.RETAIN)
def death(request: Request, ref: UUID) -> HttpResponse:
    """The short number, the day that stands, and the sheet."""
    file = closed_file(request, ref)
    if done := sent_before(request):
        return done
    form = DeathForm(request.POST or None, today=request.today, stood=file.died_on)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _write(request, file, form))
    status = 422 if form.is_bound else 200
    return render(
        request, "pathways/retention/death.html", {"file": file, "form": form}, status=status
    )


def _write(request: Request, file: ClosedFile, form: DeathForm) -> str:
    write_death(file=file.ref, by=request.user, **form.answers)
    return reverse("pathways:death", args=[file.ref])
