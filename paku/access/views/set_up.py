"""The register of users and their rights (703/2023 9 §), for the main user."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from paku.access.deeds import Deed
from paku.access.doors import requires
from paku.access.forms.users import FindForm, RegisterQuery
from paku.access.models import Team, register
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.pages import page


@requires(May.SEE_SET_UP)
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: Request) -> HttpResponse:
    """Users in pages, narrowed by state and team; a post looks for a name."""
    record(Deed.REGISTER_READ, by=request.user, purpose="administration")
    if request.method == "POST":
        return _find(request)
    query = RegisterQuery(request.GET)
    found = page(
        register.users(state=query.state, team=query.team),
        order=register.BY_NAME,
        after=query.after,
    )
    context = {
        "query": query,
        "users": found.rows,
        "states": _states(query),
        "number_waiting": register.number_waiting_for(request.user),
        "teams": Team.objects.order_by("name", "pk"),
        "older_url": query.link(after=found.older) if found.older else "",
        "newer_url": query.link(after=found.newer) if found.newer else "",
    }
    return render(request, "access/set_up/users.html", context)


def _find(request: Request) -> HttpResponse:
    form = FindForm(request.POST)
    found = register.named(form.cleaned_data["q"]) if form.is_valid() else []
    context = {
        "typed": form.cleaned_data.get("q", ""),
        "errors": form.errors.get("q", []),
        "users": found[: register.FOUND_AT_MOST],
        "is_more": len(found) > register.FOUND_AT_MOST,
    }
    return render(
        request, "access/set_up/users_found.html", context, status=422 if form.errors else 200
    )


def _states(query: RegisterQuery) -> list[dict[str, Any]]:
    labels = (
        ("active", _("Accounts in use")),
        ("roleless", _("Without a role")),
        ("ended", _("Ended")),
    )
    return [
        {"url": query.link(state=state) or "?", "label": label, "current": query.state == state}
        for state, label in labels
    ]
