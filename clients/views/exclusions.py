"""Who is shut out of a file: reading, adding at once, and taking away by two people."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clients.actions import exclusions as deeds
from clients.actions.exclusions import is_own_worker
from clients.actions.restrictions import named_workers, restrict
from clients.deeds import Deed
from clients.doors import open_watched
from clients.forms.exclusions import ExclusionForm, RemovalForm
from clients.models import Exclusion
from clients.models.exclusion import ExclusionReason
from clients.views.restriction import may_restrict
from clients.views.two_people import end_form, needs_two, wants_to_keep
from paku.access.can import can
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.rights import Verdict
from paku.access.roles import May
from paku.saving.posts import once

LOOK = "look"
FEW = gettext_lazy("Only the supervisor and the privacy officer take an exclusion away, together.")


@requires(May.READ_EXCLUSIONS)
def exclusions(request: Request, ref: UUID) -> HttpResponse:
    """Names and reasons, or for some only how many; and a form to add one."""
    client = open_watched(request, ref, May.READ_EXCLUSIONS, deed=Deed.EXCLUSIONS_READ)
    adding = can(request.user, May.ADD_EXCLUSION, client.relations)
    is_looking = LOOK in request.POST
    form = ExclusionForm(request.POST or None, is_looking=is_looking) if adding.allows else None
    is_valid = form is not None and form.is_bound and form.is_valid()
    if form and is_valid and not is_looking:
        return once(request, form, lambda: _shut_out(request, client, form))
    in_force = Exclusion.objects.of(client).in_force().with_people()
    reads_all = client.verdict is not Verdict.PART
    context = {
        "client": client,
        "form": form,
        "number": in_force.count(),
        "rows": in_force if reads_all else (),
        "reads_all": reads_all,
        "may_remove": adding is Verdict.SECOND_PERSON,
        "is_found": is_looking and is_valid,
    }
    status = 422 if form and form.is_bound and not is_valid else 200
    return render(request, "clients/exclusions/exclusions.html", context, status=status)


@requires(May.READ_EXCLUSIONS)
def removal(request: Request, ref: UUID, exclusion: UUID) -> HttpResponse:
    """One asks and says why; another confirms, or keeps the exclusion."""
    client = open_watched(request, ref, May.READ_EXCLUSIONS, deed=Deed.EXCLUSIONS_READ)
    needs_two(request.user, client, FEW)
    found = Exclusion.objects.of(client).with_people().filter(ref=exclusion).first()
    if found is None:
        raise Http404
    form = end_form(request, found, RemovalForm)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _decide(request, found, form))
    context = {
        "client": client,
        "exclusion": found,
        "form": form,
        "is_mine": found.removal_asked_by_id == request.user.pk,
    }
    return render(
        request, "clients/exclusions/removal.html", context, status=422 if form.is_bound else 200
    )


def _shut_out(request: Request, client: Any, form: ExclusionForm) -> str:
    answers = form.answers
    worker, reason = answers["worker"], answers["reason"]
    restricts = (
        reason == ExclusionReason.SELF
        and not client.is_restricted
        and may_restrict(request.user, client)
    )
    named = named_workers(client) if restricts else []
    deeds.shut_out(client=client, user=worker, reason=reason, on=request.today, by=request.user)
    messages.success(request, _("%(name)s is shut out of the file.") % {"name": worker.name})
    if is_own_worker(client, worker):
        messages.warning(
            request, _("The supervisor has been told that the client needs a new own worker.")
        )
    if restricts:
        restrict(client=client, named=named, on=request.today, by=request.user)
        messages.info(request, _("The file is now open to named workers only."))
    is_still_in = worker != request.user and (not restricts or request.user in named)
    return _list_of(client) if is_still_in else reverse("pathways:board")


def _decide(request: Request, exclusion: Exclusion, form: Any) -> str:
    if wants_to_keep(request):
        deeds.keep(exclusion=exclusion, by=request.user)
    elif isinstance(form, RemovalForm):
        why = form.answers["why"]
        deeds.ask_removal(exclusion=exclusion, why=why, on=request.today, by=request.user)
    else:
        deeds.confirm_removal(exclusion=exclusion, by=request.user)
    return _list_of(exclusion.client)


def _list_of(client: Any) -> str:
    return reverse("clients:exclusions", args=[client.ref])
