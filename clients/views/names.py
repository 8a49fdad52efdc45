"""Other names of a person, by which search finds them."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from clients.actions import names as deeds
from clients.doors import open_client
from clients.forms.exclusions import PlainForm
from clients.forms.other_names import OtherNameForm
from clients.models import Client, ClientName
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once


@requires(May.EDIT_CLIENT)
def names(request: Request, ref: UUID) -> HttpResponse:
    """All of them, and a sheet for one more."""
    client = open_client(request, ref, May.EDIT_CLIENT, sections=("basics",))
    form = OtherNameForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _tell(request, client, form))
    context = {
        "client": client,
        "names": ClientName.objects.of(client).select_related("written_by"),
        "form": form,
        "button": PlainForm(),
    }
    return render(
        request, "clients/names/names.html", context, status=422 if form.is_bound else 200
    )


@requires(May.EDIT_CLIENT)
@require_POST
def remove_name(request: Request, ref: UUID, name: UUID) -> HttpResponse:
    """Only a wrong one: a former name stays a former name."""
    client = open_client(request, ref, May.EDIT_CLIENT, sections=("basics",))
    found = ClientName.objects.of(client).filter(ref=name).first()
    form = PlainForm(request.POST)
    if not form.is_valid():
        raise Http404
    return once(request, form, lambda: _remove(request, client, found))


def _tell(request: Request, client: Client, form: OtherNameForm) -> str:
    deeds.tell_name(client=client, by=request.user, **form.answers)
    return reverse("clients:names", args=[client.ref])


def _remove(request: Request, client: Client, found: ClientName | None) -> str:
    if found is not None:
        deeds.remove_name(name=found, by=request.user)
    return reverse("clients:names", args=[client.ref])
