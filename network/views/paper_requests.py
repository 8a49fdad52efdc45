"""A paper that waits for a second person: the sheet that would go, and what one may do about it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from clients.doors import admit, open_client
from network.actions import paper_requests as deeds
from network.deeds import Deed
from network.forms.paper_requests import PaperDecisionForm
from network.models import PaperRequest
from network.models.paper_request import PaperOutcome
from network.papers.grounds import of_row
from network.papers.two_people import second_persons, sheet_of, why_not
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.access.step_up import needs_fresh_sign_in
from paku.audit.record import record
from paku.printing.manuscripts import Manuscript
from paku.printing.sections import parts_of
from paku.saving.posts import once


def agrees(request: Request) -> bool:
    """Agreeing lets the paper out of the house; declining and taking back do not."""
    return request.method == "POST" and request.POST.get("outcome") == PaperOutcome.GIVEN


@requires(May.GIVE_PROTECTED_PAPER)
@needs_fresh_sign_in(when=agrees)
def paper_request(request: Request, ref: UUID, asked: UUID) -> HttpResponse:
    """For those who may make papers of this client; the one who asked may only take it back."""
    client = open_client(
        request, ref, May.MAKE_PAPER, deed=Deed.NETWORK_READ, sections=("papers",)
    )  # fmt: skip
    admit(request.user, May.GIVE_PROTECTED_PAPER, client.relations, ref)
    found = PaperRequest.objects.of(client).with_people().filter(ref=asked).first()
    if found is None:
        raise Http404
    sheet = sheet_of(found, client) if found.is_waiting(request.today) else None
    form = PaperDecisionForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _decide(request, client, found, sheet, form))
    return _page(request, client, found, sheet, form)


def address_of(asked: PaperRequest, client: Any) -> str:
    return reverse("network:paper-request", args=[client.ref, asked.ref])


def _decide(
    request: Request, client: Any, asked: PaperRequest, sheet: Manuscript | None, form: PaperDecisionForm
) -> str:  # fmt: skip
    who: Any = {"asked": asked, "by": request.user, "today": request.today}
    outcome = form.answers["outcome"]
    has_changed = sheet is None or bool(why_not(asked, sheet, request.today))
    match outcome:
        case PaperOutcome.DECLINED:
            deeds.decline(why=form.answers["reason"], **who)
        case PaperOutcome.WITHDRAWN:
            deeds.withdraw(**who)
        case PaperOutcome.GIVEN if sheet is None or not has_changed:
            deeds.agree(client=client, manuscript=sheet, **who)
        case _ if has_changed:
            deeds.let_fall(**who)
    return address_of(asked, client)


def _page(
    request: Request, client: Any, asked: PaperRequest, sheet: Manuscript | None, form: PaperDecisionForm
) -> HttpResponse:  # fmt: skip
    if sheet is not None:
        told = [part.name for part in sheet.sections]
        record(
            Deed.PAPER_PREVIEWED, asked, by=request.user, client=client.ref, sections=told,
            recipient=asked.recipient,
        )  # fmt: skip
    context = {
        "client": client,
        "asked": asked,
        "paper": sheet,
        "grounds": of_row(asked),
        "why_not": why_not(asked, sheet, request.today) if sheet else "",
        "has_expired": asked.has_expired(request.today),
        "is_mine": asked.asked_by_id == request.user.pk,
        "sensitive": [part.title for part in parts_of("summary") if part.sensitive and part.name in asked.sections],
        "seconds": second_persons(client, but=asked.asked_by, today=request.today) if sheet else (),
        "form": form,
    }  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "network/summary/request.html", context, status=status)
