"""Good practices: the list, wording one anew, and lifting a “this worked” mark into it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once
from pathways.actions.improvements import change_practice
from pathways.actions.improvements import lift as lift_mark
from pathways.doors.breaks import open_worked, show
from pathways.forms.improvements import LiftForm, PracticeForm
from pathways.models import GoodPractice, ThisWorked

NEWEST = 25


@requires(May.READ_SUMS)
@require_safe
def practices(request: Request) -> HttpResponse:
    """The list, and what the user's team has seen in the area without a person that is not on it yet."""
    may_lift = request.user.may(May.MARK_BREAK)
    area = ThisWorked.objects.of_area(request.user).filter(practice=None).told()
    context = {
        "practices": GoodPractice.objects.with_marks(),
        "marks": list(area[:NEWEST]) if may_lift else [],
        "may_improve": request.user.may(May.IMPROVE),
    }
    return render(request, "pathways/improvements/practices.html", context)


@requires(May.IMPROVE)
def edit_practice(request: Request, ref: UUID) -> HttpResponse:
    """Worded anew, or taken off the list."""
    row = get_object_or_404(GoodPractice, ref=ref)
    initial = {"what": row.what, "how": row.how, "is_off": row.is_off, "seen": row.version}
    form = PracticeForm(request.POST or None, initial=initial)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _change(request, row, form))
    status = 422 if form.is_bound else 200
    return render(request, "pathways/improvements/practice.html", {"form": form}, status=status)


@requires(May.MARK_BREAK)
def lift(request: Request, ref: UUID) -> HttpResponse:
    """The mark's own words stand above, and are not copied: they may tell of a person."""
    mark = open_worked(request, ref)
    form = LiftForm(request.POST or None, practices=list(GoodPractice.objects.listed()))
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _lift(request, mark, form))
    if request.method == "POST":
        show(request, mark)
    context = {"form": form, "mark": mark, "client": mark.client}
    status = 422 if form.is_bound else 200
    return render(request, "pathways/improvements/lift.html", context, status=status)


def _change(request: Request, row: GoodPractice, form: PracticeForm) -> str:
    change_practice(practice=row, by=request.user, **form.told)
    return _back(request)


def _lift(request: Request, mark: Any, form: LiftForm) -> str:
    lift_mark(mark=mark, by=request.user, **form.told)
    return _back(request)


def _back(request: Request) -> str:
    messages.success(request, _("Saved."))
    return reverse("pathways:practices")
