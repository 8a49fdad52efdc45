"""Marking that somebody who had received a paper was told: the client has taken the consent back."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from clients.models import Client
from network.actions.withdrawals import mark_told
from network.consents import Receiver, threads_of
from network.forms.withdrawals_told import WithdrawalToldForm
from network.models import Consent
from network.views.consents import open_consents, page_of
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once


@requires(May.RECORD_CONSENT)
def told(request: Request, ref: UUID, consent: UUID, given: UUID) -> HttpResponse:
    """`given` is any paper of the recipient; 404 for a consent that stands, or a paper that did not rest on it."""
    client = open_consents(request, ref, May.RECORD_CONSENT)
    taken_back, receiver = _find(client, consent, given)
    form = WithdrawalToldForm(request.POST or None, consent=taken_back, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _mark(request, client, taken_back, receiver, form))
    context = {"client": client, "form": form, "consent": taken_back, "receiver": receiver}
    status = 422 if form.is_bound else 200
    return render(request, "network/consents/mark_told.html", context, status=status)


def _find(client: Client, ref: UUID, given: UUID) -> tuple[Consent, Receiver]:
    for thread in threads_of(client):
        if thread.now.ref == ref and thread.is_to_be_told_of:
            for receiver in thread.receivers:
                if any(one.disclosure.ref == given for one in receiver.papers):
                    return thread.now, receiver
    raise Http404


def _mark(
    request: Request, client: Client, consent: Consent, receiver: Receiver, form: WithdrawalToldForm
) -> str:
    papers = [one.disclosure for one in receiver.papers]
    mark_told(client=client, consent=consent, papers=papers, by=request.user, **form.answers)
    return page_of(client)
