"""The restriction of a file is lifted by two people, as an exclusion is taken away."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clients.actions import restrictions as deeds
from clients.deeds import Deed
from clients.doors import open_watched
from clients.forms.exclusions import LiftingForm
from clients.models import Restriction
from clients.views.two_people import end_form, needs_two, wants_to_keep
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once

FEW = gettext_lazy("Only the supervisor and the privacy officer lift a restriction, together.")


@requires(May.READ_EXCLUSIONS)
def lifting(request: Request, ref: UUID) -> HttpResponse:
    """One asks and says why; another confirms, or keeps the file restricted."""
    client = open_watched(request, ref, May.READ_EXCLUSIONS, deed=Deed.EXCLUSIONS_READ)
    needs_two(request.user, client, FEW)
    restriction = Restriction.objects.newest_of(client)
    if restriction is None:
        raise Http404
    form = end_form(request, restriction, LiftingForm)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _decide(request, restriction, form))
    context = {
        "client": client,
        "restriction": restriction,
        "form": form,
        "is_mine": restriction.removal_asked_by_id == request.user.pk,
    }
    status = 422 if form.is_bound else 200
    return render(request, "clients/exclusions/lifting.html", context, status=status)


def _decide(request: Request, restriction: Restriction, form: Any) -> str:
    if wants_to_keep(request):
        deeds.keep(restriction=restriction, by=request.user)
    elif isinstance(form, LiftingForm):
        why = form.answers["why"]
        deeds.ask_lifting(restriction=restriction, why=why, on=request.today, by=request.user)
        messages.success(request, _("A second person has been asked to confirm it."))
    else:
        deeds.lift(restriction=restriction, on=request.today, by=request.user)
        messages.success(request, _("The file is open to the team again."))
        return reverse("clients:exclusions", args=[restriction.client.ref])
    return reverse("clients:restriction", args=[restriction.client.ref])
