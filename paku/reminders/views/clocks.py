"""The table of all clocks, for everybody who works here: how long, by law or by our own target, and the source."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.reminders.models import Clock


@requires(May.USE_OWN_ACCOUNT)
@require_safe
def clocks(request: Request) -> HttpResponse:
    """In force today; the main user changes them in the set-up. One statement."""
    rows = list(Clock.objects.on(request.today).order_by("order", "code", "since"))
    context = {
        "by_law": [row for row in rows if row.is_law],
        "own_targets": [row for row in rows if not row.is_law],
        "may_set": request.user.may(May.SET_CLOCKS),
    }
    return render(request, "reminders/clocks/clocks.html", context)
