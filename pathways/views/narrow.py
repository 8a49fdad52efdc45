"""The near-worker's page of a client named to them: who answers for the person, and one's own work with them.

Own words, plan, papers and what others have written are not fetched here at all. Of partners and close persons those
stand here whom the client lets everybody know of; the database gives a near-worker no others (decision 0049).
"""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from clients.protection import sees_contact
from network.models import Member, Step
from network.models.member import MemberKind
from paku.access.requests import Request
from paku.kit.pages import page
from paku.kit.query import Query, choice, cursor
from pathways.forms.guidance import AdviceForm
from pathways.models import VisitText
from pathways.models.pair_summary import newest_with_pair_work, read_summary
from pathways.views.paths import NEWEST_FIRST

SHOWN = ("contacts", "members", "steps", "visits", "pair_work")


SAVED = {
    "visit": _("The visit is saved."),
    "report": _("The report is sent. It stands on the path when the own worker has accepted it."),
    "advice": _("The own worker has been told that you ask for advice."),
}


class NarrowQuery(Query):
    """Where in one's own visits one is; and what has just been saved."""

    after = cursor()
    saved = choice(*SAVED)


def page_of(request: Request, person: Any) -> HttpResponse:
    """`person` as `open_client` gave it. At most twelve statements, whatever the length of the file."""
    query = NarrowQuery(request.GET)
    path = newest_with_pair_work(person, request.user)
    texts = VisitText.objects.newest_words_of(request.user).on_path(path) if path else None
    members = Member.objects.of(person).on(request.today).told_to_all().with_home().named()
    visits = page(texts, order=NEWEST_FIRST, after=query.after) if texts is not None else None
    context = {
        "client": person,
        "care": person.care,
        "substitute": getattr(person.care, "live_substitute", None),
        "path": path,
        "days_now": path.days_in_stage(request.today) if path else 0,
        "may_reach": sees_contact(request.user, person),
        "workers": [one for one in members if one.kind == MemberKind.WORKER],
        "around": [one for one in members if one.kind != MemberKind.WORKER],
        "steps": Step.objects.of(person)
        .open()
        .whose_doer_is(request.user)
        .with_doer()
        .soonest_first(),
        "visits": visits.rows if visits else (),
        "newer_url": query.link(after=visits.newer) if visits and visits.newer else "",
        "older_url": query.link(after=visits.older) if visits and visits.older else "",
        "pair_work": read_summary(path),
        "advice": AdviceForm(),
        "saved": SAVED.get(query.saved) if not query.after else None,
    }
    return render(request, "pathways/narrow/narrow.html", context)
