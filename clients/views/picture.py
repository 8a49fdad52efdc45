"""The picture that the person chose: put in, shown, taken away."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from clients.actions import pictures as deeds
from clients.deeds import Deed
from clients.doors import open_client
from clients.forms.picture import PictureForm
from clients.models import Picture
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import SeeOther, once

ALONE = "default-src 'none'; sandbox"


@requires(May.EDIT_CLIENT)
def picture(request: Request, ref: UUID) -> HttpResponse:
    """The picture as it is, and the form for another one."""
    client = _open(request, ref, May.EDIT_CLIENT)
    form = PictureForm(request.POST or None, request.FILES or None, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _choose(request, client, form))
    chosen = Picture.objects.filter(client=client).defer("image").select_related("added_by").first()
    context = {
        "client": client,
        "form": form,
        "picture": chosen,
    }
    status = 422 if form.is_bound else 200
    return render(request, "clients/picture/picture.html", context, status=status)


@requires(May.EDIT_CLIENT)
@require_POST
def take_away(request: Request, ref: UUID) -> HttpResponse:
    """The person does not want it here any more."""
    client = _open(request, ref, May.EDIT_CLIENT)
    deeds.take_picture_away(client=client, by=request.user)
    return SeeOther(_page_of(client))


@requires(May.READ_CLIENT)
@require_safe
def image(request: Request, ref: UUID) -> HttpResponse:
    """The image itself, to those to whom the file is open."""
    client = _open(request, ref, May.READ_CLIENT)
    found = Picture.objects.filter(client=client).first()
    if found is None:
        raise Http404
    response = HttpResponse(bytes(found.image), content_type="image/jpeg")
    response["Content-Disposition"] = 'inline; filename="picture.jpg"'
    response["Content-Security-Policy"] = ALONE
    return response


def _open(request: Request, ref: UUID, right: May) -> Any:
    return open_client(request, ref, right, deed=Deed.PICTURE_SEEN, sections=("picture",))


def _choose(request: Request, client: Any, form: PictureForm) -> str:
    told = form.answers
    deeds.choose_picture(client=client, encoded=told.pop("picture"), by=request.user, **told)
    return _page_of(client)


def _page_of(client: Any) -> str:
    return reverse("clients:picture", args=[client.ref])
