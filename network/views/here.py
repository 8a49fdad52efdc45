"""What is here for this person: services of the area with the reasons why each fits or does not as things are."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from clients.doors import open_client
from network.deeds import Deed
from network.directory.distance import home_of
from network.directory.fitting import Fit, fitting
from network.models.service import WHATS
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.query import Query, choice

GROUPS = (
    (Fit.READY, _("Fits as things are")),
    (Fit.ARRANGED, _("Fits when something is arranged")),
    (Fit.NOT_NOW, _("Does not fit as things are now")),
)


KILOMETRES = ("5", "25", "60", "100")


class HereQuery(Query):
    what = choice("", *dict(WHATS), default="")
    km = choice("", *KILOMETRES, default="")
    fit = choice("", *(fit.name.lower() for fit, _label in GROUPS), default="")


@requires(May.READ_NETWORK)
@require_safe
def here(request: Request, ref: UUID) -> HttpResponse:
    """The person's own getting about and their services on the net are what it is told by."""
    client = open_client(
        request, ref, May.READ_NETWORK, deed=Deed.NETWORK_READ, sections=("coping", "here")
    )
    query = HereQuery(request.GET)
    home = home_of(client)
    within = int(query.km) if query.km and home else None
    found = [
        one for one in fitting(client, request.today)
        if one.service.is_of(query.what) and (within is None or one.is_within(within))
    ]  # fmt: skip
    shown = [(fit, label) for fit, label in GROUPS if query.fit in ("", fit.name.lower())]
    context = {
        "client": client,
        "query": query,
        "home": home,
        "whats": WHATS,
        "kilometres": KILOMETRES,
        "fits": [(fit.name.lower(), label) for fit, label in GROUPS],
        "groups": [(fit, label, [one for one in found if one.fit is fit]) for fit, label in shown],
    }
    return render(request, "network/here/here.html", context)
