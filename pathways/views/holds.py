"""A hold on one file: placed by one, lifted by another; what stood before stays to be read."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.refusals import Refused
from paku.saving.posts import once, sent_before
from pathways.actions import holds as deeds
from pathways.doors.retention import known_file, retained_file
from pathways.forms.retention import HoldForm, LiftForm
from pathways.models import LegalHold


@requires(May.RETAIN)
def hold(request: Request, ref: UUID) -> HttpResponse:
    """The form that fits: to hold the file, or to lift the hold of another."""
    key = retained_file(request, ref)
    if done := sent_before(request):
        return done
    holds = list(LegalHold.objects.of(key))
    standing = next((one for one in holds if one.lifted_at is None), None)
    form = _form(request, standing)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _do(request, ref, key, standing, form))
    context = {
        "client": known_file(request, ref),
        "short_number": str(ref)[:8].upper(),
        "standing": standing,
        "is_late": standing is not None and standing.is_late(request.today),
        "former": [one for one in holds if one.lifted_at],
        "form": None if standing and standing.set_by == request.user else form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "pathways/retention/hold.html", context, status=status)


def _form(request: Request, standing: LegalHold | None) -> HoldForm | LiftForm:
    """By what was sent, whatever stands by now: who comes second is told so by the deed."""
    sent = request.POST or None
    if "review_on" in sent if sent else standing is None:
        return HoldForm(sent, today=request.today)
    return LiftForm(sent)


def _do(
    request: Request, ref: UUID, key: int, standing: LegalHold | None, form: HoldForm | LiftForm
) -> str:
    if isinstance(form, HoldForm):
        deeds.place(client=key, ref=ref, by=request.user, **form.answers)
    elif standing is None:
        raise Refused(_("The hold has been lifted already."), code="lifted_already", status=409)
    else:
        deeds.lift(hold=standing, by=request.user, **form.answers)
    return reverse("pathways:hold", args=[ref])
