"""What to know beforehand: alerts in force and their history; written, looked at again, taken away."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clients.actions import alerts as deeds
from clients.deeds import Deed
from clients.doors import open_client
from clients.forms.alert import NO, YES, AlertForm, EndAlertForm
from clients.models import Alert
from paku.access.can import can
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.refusals import Refused
from paku.saving.posts import once

MOST = 100


@requires(May.READ_CLIENT)
@require_safe
def alerts(request: Request, ref: UUID) -> HttpResponse:
    """Those in force first; folded below those that have ended, with how."""
    client = _open(request, ref, May.READ_CLIENT)
    rows = list(Alert.objects.of(client).with_people()[:MOST])
    now = [row for row in rows if row.ended_at is None and row.expires_on >= request.today]
    context = {
        "client": client,
        "now": now,
        "before": [row for row in rows if row not in now],
        "may_edit": can(request.user, May.EDIT_CLIENT, client.relations).allows,
    }
    return render(request, "clients/alerts/alerts.html", context)


@requires(May.EDIT_CLIENT)
def new_alert(request: Request, ref: UUID) -> HttpResponse:
    """A new alert: what, why, told or not, until when."""
    client = _open(request, ref, May.EDIT_CLIENT)
    form = AlertForm(request.POST or None, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _write(request, client, form))
    return _show(request, {"client": client, "form": form})


@requires(May.EDIT_CLIENT)
def renew_alert(request: Request, ref: UUID, alert: UUID) -> HttpResponse:
    """Still needed: said anew for a further time."""
    client, found = _open_alert(request, ref, alert)
    before = {name: getattr(found, name) for name in ("kind", "text", "reason", "told_words")}
    before["is_told"] = YES if found.is_told else NO
    form = AlertForm(request.POST or None, initial=before, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _renew(request, client, found, form))
    return _show(request, {"client": client, "alert": found, "form": form})


@requires(May.EDIT_CLIENT)
def end_alert(request: Request, ref: UUID, alert: UUID) -> HttpResponse:
    """Not needed any more."""
    client, found = _open_alert(request, ref, alert)
    form = EndAlertForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _end(request, client, found, form))
    context = {"client": client, "alert": found, "form": form}
    return _show(request, context, "clients/alerts/end.html")


def _open(request: Request, ref: UUID, right: May) -> Any:
    return open_client(request, ref, right, deed=Deed.ALERTS_READ, sections=("alerts",))


def _open_alert(request: Request, ref: UUID, alert: UUID) -> tuple[Any, Alert]:
    """404 for an alert of anybody else; a sentence for one that has been taken away."""
    client = _open(request, ref, May.EDIT_CLIENT)
    found = get_object_or_404(Alert.objects.of(client).with_people(), ref=alert)
    if request.method != "POST" and found.ended_at is not None:
        raise Refused(deeds.ENDED_MEANWHILE, code="alert_ended", status=409)
    return client, found


def _show(
    request: Request, context: dict[str, Any], template: str = "clients/alerts/form.html"
) -> HttpResponse:
    return render(request, template, context, status=422 if context["form"].is_bound else 200)


def _write(request: Request, client: Any, form: AlertForm) -> str:
    deeds.write_alert(client=client, on=request.today, by=request.user, **form.answers)
    return _alerts_of(client)


def _renew(request: Request, client: Any, alert: Alert, form: AlertForm) -> str:
    deeds.renew_alert(alert=alert, on=request.today, by=request.user, **form.answers)
    return _alerts_of(client)


def _end(request: Request, client: Any, alert: Alert, form: EndAlertForm) -> str:
    deeds.end_alert(alert=alert, by=request.user, **form.answers)
    return _alerts_of(client)


def _alerts_of(client: Any) -> str:
    return reverse("clients:alerts", args=[client.ref])
