"""Files that may be of one person: the list, one person's, and the mark that they are two."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from clients.actions import merging as deeds
from clients.actions.search import note_search
from clients.deeds import Deed
from clients.doors import open_client
from clients.forms.exclusions import PlainForm
from clients.forms.merging import FindForm
from clients.models import Client, Merge
from clients.models.likeness import Alike, alike
from clients.models.search import Wanted, search_clients
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.saving.posts import once

FOUND = 10


@requires(May.MERGE_CLIENTS)
@require_GET
def duplicates(request: Request) -> HttpResponse:
    """Pairs of whom the user may merge both; nobody else leaves a sign."""
    pairs = alike(request.user)
    shown = dict.fromkeys(one.ref for pair in pairs for one in (pair.one, pair.other))
    record(Deed.ALIKE_READ, by=request.user, clients=shown)
    return render(request, "clients/same/list.html", {"pairs": pairs})


@requires(May.MERGE_CLIENTS)
def same_person(request: Request, ref: UUID) -> HttpResponse:
    """Who may be the same as this one, a search for another file, and the merges of this file with their way back."""
    client = open_client(request, ref, May.MERGE_CLIENTS, deed=Deed.ALIKE_READ)
    find = FindForm(request.POST or None)
    is_read = find.is_bound and find.is_valid()
    asked = find.cleaned_data["q"] if is_read else ""
    pairs = alike(request.user, client)
    others = [(_other(pair, client), pair.reasons) for pair in pairs]
    context = {
        "client": client,
        "others": others,
        "typed": request.POST.get("q", ""),
        "errors": find.errors.get("q", ()),
        "found": _search(request, client, asked) if asked else None,
        "merges": Merge.objects.into(client).with_people().marked_undoable(),
    }
    status = 422 if find.is_bound and not is_read else 200
    return render(request, "clients/same/same.html", context, status=status)


@requires(May.MERGE_CLIENTS)
@require_POST
def not_same(request: Request, ref: UUID, other: UUID) -> HttpResponse:
    """They are two people; or the mark was a mistake (`take_away`)."""
    client, another = both(request, ref, other)
    form = PlainForm(request.POST)
    if not form.is_valid():
        raise Http404
    return once(request, form, lambda: _mark(request, client, another))


def both(request: Request, ref: UUID, other: UUID) -> tuple[Any, Any]:
    """Both files through the door; of one's own twin there is none."""
    if ref == other:
        raise Http404
    return (
        open_client(request, ref, May.MERGE_CLIENTS, deed=Deed.ALIKE_READ),
        open_client(request, other, May.MERGE_CLIENTS, deed=Deed.ALIKE_READ),
    )


def _mark(request: Request, client: Client, another: Client) -> str:
    if "take_away" in request.POST:
        deeds.tell_apart_no_more(client=client, other=another, by=request.user)
        messages.success(request, _("The mark was taken away."))
    else:
        deeds.tell_apart(client=client, other=another, by=request.user)
        messages.success(request, _("It is remembered that they are not the same person."))
    return reverse("clients:same-person", args=[client.ref])


def _search(request: Request, client: Client, asked: str) -> list[Any]:
    """Among those whom the user may merge; what is found stands on the trail as in any search."""
    hits = [hit.client_id for hit in search_clients(request.user, Wanted.from_text(asked))]
    people: Any = Client.objects.known_to(request.user).filter(pk__in=hits).exclude(pk=client.pk)
    by_key = {
        one.pk: one for one in people if may_now(request.user, one.relations, May.MERGE_CLIENTS)
    }
    found = [by_key[key] for key in hits if key in by_key][:FOUND]
    note_search(asked=asked, shown=[one.ref for one in found], by=request.user)
    return found


def _other(pair: Alike, client: Client) -> Any:
    return pair.other if pair.one.pk == client.pk else pair.one
