"""The client's own copy of what they have allowed or forbidden: pressed on a post, streamed on a get."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from clients.models import Client
from network.actions.consents import print_for_client
from network.deeds import Deed
from network.models import Consent, Disclosure
from network.models.grounds import Ground
from network.papers.consents import consent_paper
from network.views.consents import find, open_consents
from network.views.papers import PaperQuery
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.printing.handing import hand_over
from paku.saving.forms import GuardedForm
from paku.saving.posts import once


@requires(May.RECORD_CONSENT)
def consent_pdf(request: Request, ref: UUID, consent: UUID) -> HttpResponse:
    """703/2023 58 §: printed to the client on request, in the client's language."""
    client = open_consents(request, ref, May.RECORD_CONSENT)
    found = find(request, client, consent)
    form = GuardedForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _print(request, client, found))
    copies = Disclosure.objects.filter(consents=found, ground=Ground.OWN_COPY)
    asked = PaperQuery(request.GET).paper
    given = copies.filter(paper__ref=asked).select_related("paper").first() if asked else None
    if given is None:
        raise Http404
    record(
        Deed.PAPER_OPENED, given.paper, by=request.user, client=client.ref, sections=["consents"],
        recipient=given.recipient, details={"serial": given.paper.serial},
    )  # fmt: skip
    return hand_over(given.paper)


def _print(request: Request, client: Client, consent: Consent) -> str:
    manuscript = consent_paper(client, consent, today=request.today)
    given = print_for_client(consent=consent, manuscript=manuscript, by=request.user)
    page = reverse("network:consent-pdf", args=[client.ref, consent.ref])
    return f"{page}?paper={given.paper.ref}"
