"""The register of users and their rights (703/2023 9 §), for the main user. Reading only in this version."""

from django.http import HttpResponse
from django.shortcuts import render

from paku.access.deeds import Deed
from paku.access.doors import requires
from paku.access.models import Membership
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record


@requires(May.SEE_SET_UP)
def set_up(request: Request) -> HttpResponse:
    """Teams, their members, roles and dates."""
    memberships = Membership.objects.select_related("user", "team").order_by(
        "team__name", "user__name", "pk"
    )
    record(Deed.REGISTER_READ, by=request.user, purpose="administration")
    return render(request, "access/set_up.html", {"memberships": memberships})
