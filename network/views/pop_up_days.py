"""Days on which a service comes to a place: told as a rule, ended, and cancelled one by one."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from network.actions import pop_up_days as deeds
from network.forms.pop_up_days import CancelForm, EndSeriesForm, HoldForm, PopUpForm
from network.models import PopUpDay, PopUpSeries, Service
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.strict_post import takes_many
from paku.saving.posts import once


@requires(May.TELL_WHERE_AND_WHEN)
@takes_many("nths")
def new_days(request: Request, ref: UUID) -> HttpResponse:
    service = get_object_or_404(Service.objects.select_related("organisation"), ref=ref)
    form = PopUpForm(request.POST or None, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _tell(request, service, form))
    context = {"service": service, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "network/directory/new_days.html", context, status=status)


@requires(May.TELL_WHERE_AND_WHEN)
def series(request: Request, ref: UUID) -> HttpResponse:
    """The days that are ahead, and from which day on it comes no more."""
    found = get_object_or_404(PopUpSeries.objects.select_related("service"), ref=ref)
    form = EndSeriesForm(request.POST or None, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _end(request, found, form))
    context = {"series": found, "service": found.service, "form": form}
    context["days"] = PopUpDay.objects.ahead(request.today).filter(series=found)
    status = 422 if form.is_bound else 200
    return render(request, "network/directory/series.html", context, status=status)


@requires(May.TELL_WHERE_AND_WHEN)
def day(request: Request, ref: UUID) -> HttpResponse:
    """One day is cancelled, or held after all."""
    rows = PopUpDay.objects.select_related("service__organisation", "municipality")
    found = get_object_or_404(rows, ref=ref)
    form = (HoldForm if found.is_cancelled else CancelForm)(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _change(request, found, form))
    context = {"day": found, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "network/directory/day.html", context, status=status)


def _tell(request: Request, service: Service, form: PopUpForm) -> str:
    deeds.tell_days(service=service, by=request.user, **form.answers)
    return reverse("network:entry", args=[service.ref])


def _end(request: Request, found: PopUpSeries, form: EndSeriesForm) -> str:
    deeds.end_series(series=found, last_on=form.answers["last_on"], by=request.user)
    return reverse("network:entry", args=[found.service.ref])


def _change(request: Request, found: PopUpDay, form: CancelForm | HoldForm) -> str:
    if isinstance(form, CancelForm):
        deeds.cancel_day(day=found, why=form.answers["why"], by=request.user)
    else:
        deeds.hold_day(day=found, by=request.user)
    return reverse("network:entry", args=[found.service.ref])
