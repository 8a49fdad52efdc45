"""My day: what is due, what is coming, what was left unfinished. Each role lands on its own true page."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from clients.notices import KINDS, told
from network.models import Step
from network.notices.consents import KINDS as OF_CONSENTS
from network.notices.consents import told_of_consents
from network.notices.papers import KINDS as OF_PAPERS
from network.notices.papers import told_of_papers
from network.reminders import STEP_DUE
from paku.access.doors import requires
from paku.access.models.register import number_waiting_for
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.reminders.models import Delivery
from pathways.deeds import Deed
from pathways.models import Alarm
from pathways.models.due_clocks import due_clocks, paths_minded_by
from pathways.models.unfinished import unfinished
from pathways.notices.categories import CATEGORIES_AGAIN, told_of_categories
from pathways.notices.handovers import KINDS as OF_HANDOVERS
from pathways.notices.handovers import told_of_handovers
from pathways.notices.namings import KINDS as OF_NAMINGS
from pathways.notices.namings import told_of_namings
from pathways.notices.outreach import CONTACT_ENDING, told_of_contacts
from pathways.notices.pairs import KINDS as OF_PAIRS
from pathways.notices.pairs import told_of_pairs
from pathways.notices.plans import PLAN_REVIEW, told_of_plans
from pathways.notices.takeovers import KINDS as OF_TAKEOVERS
from pathways.notices.takeovers import told_of_takeovers

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
    of_others = mine.of_kinds(
        (
            *KINDS,
            *OF_PAPERS,
            *OF_CONSENTS,
            CONTACT_ENDING,
            PLAN_REVIEW,
            CATEGORIES_AGAIN,
            *OF_HANDOVERS,
            *OF_PAIRS,
            *OF_TAKEOVERS,
            *OF_NAMINGS,
        )
    )
    unseen = (of_steps | of_others).newest(2 * MOST)
    notices = {notice.reference: notice for notice in unseen if notice.kind == STEP_DUE}
    for step in steps:
        step.notice = notices.get(step.ref)  # type: ignore[attr-defined]  # for the template only
    managing = request.user.may(May.MANAGE_ROLES)
    left, known = unfinished(request.user, request.today), told(request.user, unseen)
    of_papers = told_of_papers(request.user, unseen, request.today)
    of_consents = told_of_consents(request.user, unseen, request.today)
    of_handovers = told_of_handovers(request.user, unseen)
    of_pairs = told_of_pairs(request.user, unseen)
    of_takeovers = told_of_takeovers(request.user, unseen)
    of_namings = told_of_namings(request.user, unseen)
    of_plans = told_of_plans(request.user, unseen, request.today)
    of_categories = told_of_categories(request.user, unseen, request.today)
    clocks = due_clocks(
        paths_minded_by(request.user, request.today), request.today, get_language() or "fi"
    )[:MOST]
    record(
        Deed.DAY_READ,
        by=request.user,
        clients={step.client.ref for step in steps}
        | {due.client.ref for due in clocks}
        | {one.path.client.ref for one in left}
        | {one.about.client.ref for one in known}
        | {one.about.client.ref for one in of_papers}
        | {one.about.client.ref for one in of_consents}
        | {one.about.client.ref for one in of_plans}
        | {one.about.client.ref for one in of_categories}
        | {one.about.client_ref for one in of_handovers}
        | {one.about.client.ref for one in of_namings}
        | {one.client.ref for one in of_pairs}
        | {one.path.client.ref for one in of_takeovers if one.path},
    )
    context = {
        "late": [step for step in steps if step.due_on < request.today],
        "due": [step for step in steps if step.due_on == request.today],
        "coming": [step for step in steps if step.due_on > request.today],
        "unfinished": left,
        "clocks": clocks,
        "told": known,
        "told_of_papers": of_papers,
        "told_of_consents": of_consents,
        "told_of_handovers": of_handovers,
        "told_of_pairs": of_pairs,
        "told_of_takeovers": of_takeovers,
        "told_of_namings": of_namings,
        "told_of_plans": of_plans,
        "told_of_categories": of_categories,
        "told_of_contacts": told_of_contacts(request.user, unseen, request.today),
        "asked": Alarm.objects.asked_of(request.user).waiting_for_worker().count(),
        "number_waiting": number_waiting_for(request.user) if managing else 0,
        "opens_files": request.user.has_own_clients or request.user.sees_parts_only,
    }
    return render(request, "pathways/day/day.html", context)
