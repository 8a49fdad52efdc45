"""One tap on a referral's page: the silence or the queue stands among the path's breaks."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from network.doors import open_referral
from network.models import Referral
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.forms import GuardedForm
from paku.saving.posts import once
from pathways.actions.referral_breaks import mark_silence


@requires(May.MARK_BREAK)
def mark(request: Request, ref: UUID) -> HttpResponse:
    """The service, the kind and the first day come from the referral; without a post one is led back to it."""
    found = open_referral(request, ref, May.MARK_BREAK)
    form = GuardedForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _mark(request, found))
    return redirect(found)


def _mark(request: Request, referral: Referral) -> str:
    mark_silence(referral=referral, on=request.today, by=request.user)
    return referral.get_absolute_url()
