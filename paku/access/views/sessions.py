"""Ending one's own sessions: one of them, or all but this one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from paku.access.actions import sittings
from paku.access.doors import requires
from paku.access.forms.sheet import SeeOther
from paku.access.requests import Request
from paku.access.roles import May


@requires(May.USE_OWN_ACCOUNT)
@require_POST
def end_sessions(request: Request) -> HttpResponse:
    """`session` is a ref, or `others`. One that has ended already needs no ending: the answer is the same."""
    asked = request.POST.get("session", "")
    if asked == "others":
        sittings.end_others(request=request, by=request.user)
    elif ref := _ref(asked):
        sittings.end_one(ref=ref, by=request.user)
    messages.success(request, _("Ended. Whoever sat there has to sign in again."))
    return SeeOther("access:account")


def _ref(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
