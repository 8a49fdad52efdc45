"""A file that only named workers open: the person works for us, or is close to somebody who does."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clients.actions import restrictions as deeds
from clients.deeds import Deed
from clients.doors import open_watched
from clients.forms.exclusions import ColleagueForm, PlainForm
from clients.models import Admission, Restriction
from clients.views.two_people import may_end
from paku.access.can import can
from paku.access.doors import requires
from paku.access.models import User
from paku.access.requests import Request
from paku.access.rights import Verdict
from paku.access.roles import May
from paku.kit.refusals import NotYours
from paku.saving.posts import once

LOOK = "look"
NOT_RELATED = gettext_lazy("Those who work with the client, or lead them, restrict the file.")


@requires(May.READ_EXCLUSIONS)
def restriction(request: Request, ref: UUID) -> HttpResponse:
    """Before: who will be named, and the button. After: who is named, and letting one more in."""
    client = open_watched(request, ref, May.READ_EXCLUSIONS, deed=Deed.EXCLUSIONS_READ)
    return _named(request, client) if client.is_restricted else _restrict(request, client)


def may_restrict(user: Any, client: Any) -> bool:
    """By those who reach the client; the privacy officer, who does not, asks one of them."""
    return bool(client.relations) and can(user, May.ADD_EXCLUSION, client.relations).allows


def _restrict(request: Request, client: Any) -> HttpResponse:
    named = deeds.named_workers(client)
    form = PlainForm(request.POST or None)
    if form.is_bound and form.is_valid():
        if not may_restrict(request.user, client):
            raise NotYours(NOT_RELATED)
        return once(request, form, lambda: _do_restrict(request, client, named))
    context = {
        "client": client,
        "named": [worker.name for worker in named],
        "left_out": deeds.left_out(client),
        "form": form,
        "may_restrict": may_restrict(request.user, client),
    }
    return render(request, "clients/exclusions/restrict.html", context)


def _named(request: Request, client: Any) -> HttpResponse:
    reads_all = client.verdict is not Verdict.PART
    is_looking = LOOK in request.POST
    form = ColleagueForm(request.POST or None, is_looking=is_looking) if reads_all else None
    if request.method == "POST" and form is None:
        raise NotYours
    is_valid = form is not None and form.is_bound and form.is_valid()
    if form and is_valid and not is_looking:
        return once(request, form, lambda: _let_in(request, client, form))
    admitted = Admission.objects.filter(client=client).select_related("user")
    context = {
        "client": client,
        "number": admitted.count(),
        "rows": admitted if reads_all else (),
        "form": form,
        "is_found": is_looking and is_valid,
        "restriction": Restriction.objects.newest_of(client),
        "may_lift": may_end(request.user, client),
    }
    status = 422 if form and form.is_bound and not is_valid else 200
    return render(request, "clients/exclusions/named.html", context, status=status)


def _do_restrict(request: Request, client: Any, named: list[User]) -> str:
    deeds.restrict(client=client, named=named, on=request.today, by=request.user)
    messages.success(request, _("The file is now open to named workers only."))
    is_in = request.user in named
    return reverse("clients:restriction", args=[client.ref]) if is_in else reverse("pathways:board")


def _let_in(request: Request, client: Any, form: ColleagueForm) -> str:
    worker = form.answers["worker"]
    deeds.let_in(client=client, user=worker, by=request.user)
    messages.success(request, _("%(name)s was let into the file.") % {"name": worker.name})
    return reverse("clients:restriction", args=[client.ref])
