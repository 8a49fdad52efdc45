"""Two files side by side, made one; and the way back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from clients.actions import merging as deeds
from clients.deeds import Deed
from clients.doors import open_client
from clients.forms.exclusions import PlainForm
from clients.forms.merging import MergeForm
from clients.merges import what_hangs
from clients.models import Client, Merge, NotSame
from clients.views.same_person import both
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once, sent_before


@requires(May.MERGE_CLIENTS)
def merge(request: Request, ref: UUID, other: UUID) -> HttpResponse:
    """The file in the address goes on, `other` comes into it."""
    if done := sent_before(request):
        return done
    survivor, absorbed = both(request, ref, other)
    form = MergeForm(request.POST or None, survivor=survivor, absorbed=absorbed)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _merge(request, survivor, absorbed, form))
    context = {
        "client": survivor,
        "other": absorbed,
        "form": form,
        "hangs": what_hangs(request.user, survivor, absorbed),
        "mark": NotSame.of(survivor, absorbed),
        "button": PlainForm(),
    }
    return render(request, "clients/same/merge.html", context, status=422 if form.is_bound else 200)


@requires(May.MERGE_CLIENTS)
def undo(request: Request, ref: UUID, merge: UUID) -> HttpResponse:
    """Once more a page of its own: what comes back, what stays."""
    client = open_client(request, ref, May.MERGE_CLIENTS, deed=Deed.ALIKE_READ)
    found = Merge.objects.into(client).with_people().marked_undoable().filter(ref=merge).first()
    if found is None:
        raise Http404
    found.survivor = client
    form = PlainForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _undo(request, client, found))
    return render(
        request, "clients/same/undo.html", {"client": client, "merge": found, "form": form}
    )


def _merge(request: Request, survivor: Any, absorbed: Any, form: MergeForm) -> str:
    deeds.merge(
        survivor=survivor, absorbed=absorbed, on=request.today, by=request.user, **form.told
    )
    messages.success(request, _("The two files are one now. It can be undone for 30 days."))
    return _file_of(request, survivor)


def _undo(request: Request, client: Any, found: Merge) -> str:
    deeds.undo(merge=found, on=request.today, by=request.user)
    messages.success(request, _("The merge was undone: there are two files again."))
    return _file_of(request, client)


def _file_of(request: Request, client: Any) -> str:
    """Or the list, when the file went to another worker."""
    if Client.objects.known_to(request.user).filter(pk=client.pk).exists():
        return reverse("clients:same-person", args=[client.ref])
    return reverse("pathways:board")
