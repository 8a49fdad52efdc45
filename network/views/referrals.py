"""Referrals as one looks at them: the open loops, a client's own, one with its line of events."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clients.doors import open_client
from network.deeds import Deed
from network.doors import open_referral
from network.models import Referral, ReferralEvent
from network.models.referral_state import Happening
from network.referrals.ages import Ages
from network.referrals.grounds import standing_of
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.pages import Order, page
from paku.kit.query import Query, cursor
from paku.saving.forms import GuardedForm

LONGEST_SILENCE: Order = (("silent_since", "asc"), ("since", "asc"), ("pk", "asc"))


class LoopQuery(Query):
    """Where in the list one is."""

    after = cursor()


@requires(May.READ_NETWORK)
@require_safe
def loops(request: Request) -> HttpResponse:
    """Open loops of one's own clients, or of the team that one leads: the longest silence first."""
    query, ages = LoopQuery(request.GET), Ages.on(request.today)
    open_ones = Referral.objects.followed_by(request.user).open().with_silence().told()
    found = page(open_ones, order=LONGEST_SILENCE, after=query.after)
    rows = [one for one in found.rows if may_now(request.user, one.relations, May.READ_NETWORK)]
    record(
        Deed.REFERRALS_READ, by=request.user, clients={one.client.ref for one in rows},
        sections=["referrals"],
    )  # fmt: skip
    context = {
        "looks": [ages.look(one) for one in rows],
        "ages": ages,
        "leads": request.user.may(May.REVIEW_CASELOAD),
        "newer_url": query.link(after=found.newer) if found.newer else "",
        "older_url": query.link(after=found.older) if found.older else "",
    }
    return render(request, "network/referrals/loops.html", context)


@requires(May.READ_NETWORK)
@require_safe
def of_client(request: Request, ref: UUID) -> HttpResponse:
    """All of one person: what is open first, what is closed folded under."""
    client = open_client(
        request, ref, May.READ_NETWORK, deed=Deed.REFERRALS_READ, sections=("referrals",)
    )
    ages = Ages.on(request.today)
    looks = [ages.look(one) for one in Referral.objects.of(client).told().oldest_first()]
    context = {
        "client": client,
        "open": [look for look in looks if look.referral.is_open],
        "closed": [look for look in reversed(looks) if not look.referral.is_open],
        "ages": ages,
        "may_edit": may_now(request.user, client.relations, May.EDIT_NETWORK),
        "may_write_letters": may_now(request.user, client.relations, May.MAKE_PAPER),
    }
    return render(request, "network/referrals/of_client.html", context)


@requires(May.READ_NETWORK)
@require_safe
def referral(request: Request, ref: UUID) -> HttpResponse:
    """One loop: where it is, how old, what may be done next, and the line of events."""
    found = open_referral(request, ref)
    ages = Ages.on(request.today)
    line = list(ReferralEvent.objects.along(found))
    may = partial(may_now, request.user, found.relations)
    waits = found.state == "grounded"
    standing = standing_of(found, request.today) if waits else None
    context = {
        "referral": found,
        "client": found.client,
        "look": ages.look(found),
        "ages": ages,
        "line": line,
        "letters": found.disclosures.select_related("paper", "by").defer("paper__pdf"),
        "why_not": standing.why_not(found.ground, found.consent) if standing else "",
        "is_marked": any(event.kind == Happening.BREAK for event in line),
        "may_edit": may(May.EDIT_NETWORK),
        "may_send": may(May.RECORD_CONSENT),
        "may_write_letters": may(May.MAKE_PAPER),
        "may_mark": may(May.MARK_BREAK),
        "sheet": GuardedForm(auto_id=False),
        "break_sheet": GuardedForm(auto_id=False),
    }
    return render(request, "network/referrals/referral.html", context)
