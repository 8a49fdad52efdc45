"""Links that a person's rights open; rooms add theirs by name only (`paku` knows no client)."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from paku.access.factors import is_signed_in_whole
from paku.access.roles import May

PLACES = (
    (frozenset({May.SEE_OWN_DAY}), "pathways:home", "day", _("My day")),
    (frozenset({May.REVIEW_CASELOAD}), "pathways:caseload", "caseload", _("Caseload")),
    (frozenset({May.LIST_CLIENTS}), "pathways:board", "clients", _("Clients")),
    (frozenset({May.READ_NETWORK}), "network:referrals", "errand", _("Referrals")),
    (frozenset({May.READ_DIRECTORY}), "network:directory", "network", _("Services")),
    (frozenset({May.READ_TRAIL}), "clients:trail", "trail", _("Trail")),
    (frozenset({May.REVIEW_ALARMS}), "pathways:alarms", "alert", _("Explanations")),
    (frozenset({May.RETAIN}), "pathways:retention", "draft", _("Retention")),
    (frozenset({May.DO_OUTREACH}), "pathways:outreach", "road", _("Outreach")),
    (frozenset({May.SEE_SET_UP}), "access:set-up", "settings", _("Set-up")),
    # the main user comes to the same page by way of the set-up
    (frozenset({May.REVIEW_CASELOAD}), "access:rights", "account", _("Rights")),
)
# addresses that stand under one place and belong to another: network meetings are of clients, not of the directory
BELONGS = {"network:my-meetings": "pathways:board"}


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of the main navigation."""

    url: str
    label: str
    icon: str
    current: bool


def links(request: HttpRequest) -> list[Link]:
    """In the order of a working day; the page one stands on is marked."""
    if not request.user.is_authenticated or not is_signed_in_whole(request):
        return []
    here = _marked(request.path)
    found = []
    for rights, name, icon, label in PLACES:
        if any(request.user.may(right) for right in rights):
            url = reverse(name)
            found.append(
                Link(url, str(label), icon, here == url or (url != "/" and here.startswith(url)))
            )
    return found


def _marked(path: str) -> str:
    """The address by which the page finds its place in the navigation."""
    for name, place in BELONGS.items():
        if path.startswith(reverse(name)):
            return reverse(place)
    return path
