"""My day: what is due, what is coming, what was left unfinished. Each role lands on its own true page."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from network.models import Step
from network.reminders import STEP_DUE
from paku.access.doors import requires
from paku.access.models.register import number_waiting_for
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.reminders.models import Delivery
from paku.reminders.telling import clients_of, kinds_told, told_to
from pathways.deeds import Deed
from pathways.models import Alarm
from pathways.models.due_clocks import due_clocks, paths_minded_by
from pathways.models.unfinished import unfinished

LANDINGS = (
    (May.REVIEW_CASELOAD, "pathways:caseload"),
    (May.READ_TRAIL, "clients:trail"),
    (May.SEE_SET_UP, "access:set-up"),
)
MOST = 50


@requires(May.USE_OWN_ACCOUNT)
def home(request: Request) -> HttpResponse:
    """Workers see their day; the supervisor, the privacy officer and the main user their own work."""
    if request.user.may(May.SEE_OWN_DAY):
        return my_day(request)
    return redirect(
        next((page for right, page in LANDINGS if request.user.may(right)), "access:account")
    )


def my_day(request: Request) -> HttpResponse:
    """Steps that I mind: overdue and today's first, then the coming week; and my unfinished texts."""
    minded = (
        Step.objects.open()
        .of_open_care()
        .minded_by(request.user)
        .listed_for(request.user)
        .with_doer()
        .soonest_first()
    )
    steps = list(minded.filter(due_on__lte=request.today + timedelta(days=7))[:MOST])
    mine = Delivery.objects.notices_for(request.user)
    of_steps = mine.still_about(STEP_DUE, Step.objects.open().values("ref"))
    unseen = (of_steps | mine.of_kinds(kinds_told())).newest(2 * MOST)
    notices = {notice.reference: notice for notice in unseen if notice.kind == STEP_DUE}
    for step in steps:
        step.notice = notices.get(step.ref)  # type: ignore[attr-defined]  # for the template only
    managing = request.user.may(May.MANAGE_ROLES)
    left = unfinished(request.user, request.today)
    told = told_to(request.user, unseen, request.today)
    clocks = due_clocks(
        paths_minded_by(request.user, request.today), request.today, get_language() or "fi"
    )[:MOST]
    record(
        Deed.DAY_READ,
        by=request.user,
        clients={step.client.ref for step in steps}
        | {due.client.ref for due in clocks}
        | {one.path.client.ref for one in left}
        | clients_of(told),
    )
    context = {
        "late": [step for step in steps if step.due_on < request.today],
        "due": [step for step in steps if step.due_on == request.today],
        "coming": [step for step in steps if step.due_on > request.today],
        "unfinished": left,
        "clocks": clocks,
        "told": told,
        "asked": Alarm.objects.asked_of(request.user).waiting_for_worker().count(),
        "number_waiting": number_waiting_for(request.user) if managing else 0,
        "opens_files": request.user.has_own_clients or request.user.sees_parts_only,
    }
    return render(request, "pathways/day/day.html", context)
