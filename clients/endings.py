"""An account that owns clients cannot end; its openings by a reason or in an emergency end with it."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import ngettext

from clients.actions.openings import end_with_account
from paku.access.endings import Hindrance, ends, hinders, number_by
from paku.access.models import User


@hinders
def own_clients(user: User) -> Hindrance | None:
    """Only how many: the main user sees no client."""
    number = number_by("paku_own_clients", user)
    if not number:
        return None
    sentence = ngettext(
        "The person is own worker of %(number)s open client. Somebody else must become the own worker first.",
        "The person is own worker of %(number)s open clients. Somebody else must become their own worker first.",
        number,
    )
    return Hindrance(
        sentence % {"number": number}, path=f"{reverse('pathways:caseload')}?worker={user.ref}"
    )


@ends("openings")
def openings(user: User, by: User) -> int:
    """Stand-ins by a reason and emergencies under way."""
    return end_with_account(user=user, by=by)
