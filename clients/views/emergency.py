"""Opening a file in an emergency, and ending it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from clients.actions import emergencies as deeds
from clients.actions.emergencies import Named
from clients.forms.emergency import EmergencyForm
from clients.models import BreakGlass, Client
from paku.access.can import can
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.rights import Verdict
from paku.access.roles import May
from paku.access.step_up import needs_fresh_sign_in, when_posted
from paku.kit.refusals import NotYours
from paku.saving.posts import SeeOther, once


class AnotherWay(NotYours):
    """The file opens otherwise, and the asker knows the person: no emergency is needed."""

    def __init__(self, sentence: Any, named: Named, label: Any) -> None:
        super().__init__(sentence, code="another_way")
        ref = Client.objects.values_list("ref", flat=True).get(pk=named.client_id)
        self.way = (reverse("pathways:client", args=[ref]), label)


@requires(May.BREAK_GLASS)
@needs_fresh_sign_in(when=when_posted)
def begin(request: Request) -> HttpResponse:
    """The person is named exactly, or nothing is told: nobody is called so, or the file is shut to the asker."""
    form = EmergencyForm(request.POST or None)
    if form.is_bound and form.is_valid():
        named = deeds.named_exactly(**form.person, by=request.user)
        if named is not None:
            return once(request, form, lambda: _begin(request, named, form))
        form.say_nobody()
    context = {"form": form}
    return render(
        request, "clients/emergency/begin.html", context, status=422 if form.is_bound else 200
    )


@requires(May.USE_OWN_ACCOUNT)
@require_POST
def end(request: Request, ref: UUID) -> HttpResponse:
    """By the one who opened it, or by those who review it."""
    begun = BreakGlass.objects.filter(ref=ref).first()
    if begun is None:
        raise Http404
    is_own = begun.worker_id == request.user.pk
    reviewable = BreakGlass.objects.reviewable_by(request.user)
    if not is_own and not reviewable.filter(pk=begun.pk).exists():
        raise Http404
    deeds.end(begun=begun, by=request.user)
    return SeeOther("/" if is_own else reverse("clients:review-emergency", args=[ref]))


def _begin(request: Request, named: Named, form: EmergencyForm) -> str:
    """Who has another way in, takes it: a colleague may choose, the others need no emergency."""
    if can(request.user, May.READ_CLIENT, named.relations).allows:
        raise AnotherWay(_("This file is open to you already."), named, _("Open the file"))
    if can(request.user, May.BREAK_GLASS, named.relations) is not Verdict.REASON:
        raise AnotherWay(_("This file opens to you by a stated reason."), named, _("Go on"))
    begun = deeds.begin(
        client_id=named.client_id, by=request.user, today=request.today, **form.grounds
    )
    return reverse("pathways:client", args=[begun.client.ref])
