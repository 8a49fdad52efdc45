"""Requests for an explanation: the worker answers, the supervisor judges, the privacy officer sees all, concludes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clients.trail import names_for
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.deeds import sentence
from paku.audit.record import record
from paku.kit.pages import Order, page
from paku.kit.refusals import Refused
from paku.saving.forms import GuardedForm
from paku.saving.posts import once
from pathways.actions import alarms as deeds
from pathways.deeds import Deed
from pathways.forms.alarms import AlarmsQuery, DecideForm, ExplainForm, SettleForm
from pathways.models import Alarm
from pathways.models.alarm import AlarmQuerySet, AlarmState, figures

NEWEST_FIRST: Order = [("raised_on", "desc"), ("pk", "desc")]


@requires(May.USE_OWN_ACCOUNT)
@require_safe
def alarms(request: Request) -> HttpResponse:
    """One's own; for those who judge, first what waits for them. Names only of those whom one may still see."""
    query = AlarmsQuery(request.GET)
    reviews = request.user.may(May.REVIEW_ALARMS)
    show = query.show if reviews else "mine"
    found = page(
        chosen(request, show).select_related("worker"), order=NEWEST_FIRST, after=query.after
    )
    names = names_for(request.user, filter(None, (alarm.client_ref for alarm in found.rows)))
    for alarm in found.rows:
        tell(request, alarm, names)
    seen = "own_log" if show == "mine" else "supervision"
    record(Deed.ALARMS_READ, by=request.user, clients=names, purpose=seen)
    context = {
        "rows": found.rows,
        "show": show,
        "shows": shows(query, show) if reviews else [],
        "figures": figures(request.today) if request.user.may(May.READ_TRAIL) else None,
        "newer_url": query.link(after=found.newer) if found.newer else "",
        "older_url": query.link(after=found.older) if found.older else "",
    }
    return render(request, "pathways/alarms/alarms.html", context)


@requires(May.USE_OWN_ACCOUNT)
def alarm(request: Request, ref: UUID) -> HttpResponse:
    """What was opened when and why it is asked, with the form of the one whose turn it is."""
    people = Alarm.objects.select_related("worker", "decided_by", "settled_by")
    asked = get_object_or_404(people.seen_by(request.user), ref=ref)
    form, deed = turn(request, asked)
    if request.method == "POST" and form is None:
        raise Refused(deeds.GONE_ON, code="alarm_decided", status=409)
    if form is not None and form.is_bound and form.is_valid():
        return once(request, form, lambda: _do(request, asked, form, deed))
    names = names_for(request.user, filter(None, [asked.client_ref]))
    tell(request, asked, names)
    seen = "own_log" if asked.worker == request.user else "supervision"
    record(Deed.ALARMS_READ, asked, by=request.user, clients=names, purpose=seen)
    context = {"alarm": asked, "form": form, "is_own": asked.worker == request.user}
    status = 422 if form is not None and form.is_bound else 200
    return render(request, "pathways/alarms/alarm.html", context, status=status)


def chosen(request: Request, show: str) -> AlarmQuerySet:
    """The rows of the list that was asked for."""
    if show == "mine":
        return Alarm.objects.asked_of(request.user)
    reviewed = Alarm.objects.reviewed_by(request.user)
    return waiting(request, reviewed) if show == "waiting" else reviewed


def waiting(request: Request, reviewed: AlarmQuerySet) -> AlarmQuerySet:
    """Those on which it is the reader's turn to judge."""
    if request.user.may(May.READ_TRAIL):
        return reviewed.for_officer(request.today)
    return reviewed.for_supervisor(request.today)


def turn(request: Request, asked: Alarm) -> tuple[GuardedForm | None, Any]:
    """The form of the one who reads, if it is their turn, and the deed that it leads to."""
    sent = request.POST or None
    if asked.worker == request.user:
        is_asked = asked.state == AlarmState.ASKED
        return (ExplainForm(sent) if is_asked else None), deeds.explain
    judged = waiting(request, Alarm.objects.reviewed_by(request.user)).filter(pk=asked.pk).exists()
    is_officer = request.user.may(May.READ_TRAIL)
    form, deed = (SettleForm, deeds.settle) if is_officer else (DecideForm, deeds.decide)
    return (form(sent) if judged else None), deed


def tell(request: Request, asked: Any, names: dict[UUID, str]) -> None:
    """What the templates show besides the row's own columns."""
    asked.client_name = names.get(asked.client_ref, "")
    asked.sentence = sentence(asked.deed) if asked.deed else ""
    asked.late = asked.is_late(request.today)


def shows(query: AlarmsQuery, show: str) -> list[dict[str, Any]]:
    labels = (("waiting", _("Waiting for me")), ("all", _("All")), ("mine", _("Asked of me")))
    return [
        {"url": query.link(show=code), "label": label, "current": code == show}
        for code, label in labels
    ]


def _do(request: Request, asked: Alarm, form: GuardedForm, deed: Any) -> str:
    deed(alarm=asked, by=request.user, today=request.today, **form.answers)
    return reverse("pathways:alarms")
