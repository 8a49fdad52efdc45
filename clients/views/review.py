"""Looking emergencies through afterwards: the supervisor of the client's team, or the privacy officer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from clients.actions import emergencies as deeds
from clients.deeds import Deed
from clients.forms.emergency import ReviewForm
from clients.models import BreakGlass
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.pages import Order, page
from paku.kit.query import Query, cursor
from paku.kit.refusals import NotYours
from paku.saving.posts import once

IS_REVIEWED = ExpressionWrapper(Q(reviewed_at__isnull=False), output_field=BooleanField())
UNREVIEWED_FIRST: Order = [(IS_REVIEWED, "asc"), ("began_at", "desc"), ("pk", "desc")]


class ReviewsQuery(Query):
    """The page only."""

    after = cursor()


@requires(May.REVIEW_EMERGENCY)
@require_safe
def reviews(request: Request) -> HttpResponse:
    """Those that wait for a review first."""
    query = ReviewsQuery(request.GET)
    found = BreakGlass.objects.reviewable_by(request.user).with_people()
    shown = page(found, order=UNREVIEWED_FIRST, after=query.after)
    people = {row.client.ref for row in shown.rows}
    record(Deed.EMERGENCIES_READ, by=request.user, clients=people, purpose="supervision")
    context = {
        "rows": shown.rows,
        "newer_url": query.link(after=shown.newer) if shown.newer else "",
        "older_url": query.link(after=shown.older) if shown.older else "",
    }
    return render(request, "clients/emergency/reviews.html", context)


@requires(May.REVIEW_EMERGENCY)
def review(request: Request, ref: UUID) -> HttpResponse:
    """Who, whose file, when and why; and was it justified. Never one's own."""
    begun = _open(request, ref)
    form = ReviewForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _review(request, begun, form))
    record(
        Deed.EMERGENCIES_READ,
        begun,
        by=request.user,
        client=begun.client.ref,
        purpose="supervision",
    )
    context = {
        "begun": begun,
        "form": form,
        "is_live": begun.is_live,
        "reads_trail": request.user.may(May.READ_TRAIL),
    }
    return render(
        request, "clients/emergency/review.html", context, status=422 if form.is_bound else 200
    )


def _open(request: Request, ref: UUID) -> Any:
    if BreakGlass.objects.by(request.user).filter(ref=ref).exists():
        raise NotYours(_("Nobody reviews what they have done themselves."))
    found = BreakGlass.objects.reviewable_by(request.user).with_people()
    begun: Any = found.select_related("reviewed_by").marked_live().filter(ref=ref).first()
    if begun is None:
        raise Http404
    return begun


def _review(request: Request, begun: BreakGlass, form: ReviewForm) -> str:
    deeds.review(begun=begun, by=request.user, **form.answers)
    return reverse("clients:emergencies")
