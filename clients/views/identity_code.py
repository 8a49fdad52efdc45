"""The identity code: that there is one, the code itself behind a click that is logged, and correcting it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from clients.actions import identity_codes as deeds
from clients.actions.search import note_search
from clients.doors import KNOWN_ONLY, open_client
from clients.forms.identity_code import IdentityCodeForm
from clients.models import IdentityCode
from clients.models.identity_code import known_code
from paku.access.can import can
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.access.step_up import every_time, needs_fresh_sign_in
from paku.kit.refusals import NotYours
from paku.saving.posts import once

PAGE = "clients/identity_code/identity_code.html"


@requires(May.READ_IDENTITY)
@require_http_methods(["GET", "HEAD", "POST"])
def identity_code(request: Request, ref: UUID) -> HttpResponse:
    """A look tells that one is known; its post shows it, in that one answer."""
    client = open_client(request, ref, May.READ_IDENTITY)
    if request.method != "POST":
        return _page(request, client)
    return (_shown_to_who_is_sure if client.is_protected else _shown)(request, client)


@requires(May.READ_IDENTITY)
def edit_identity_code(request: Request, ref: UUID) -> HttpResponse:
    """The first one, a correction, or a new code in the place of a temporary one."""
    client = open_client(request, ref, May.READ_IDENTITY)
    if not can(request.user, May.EDIT_CLIENT, client.relations).allows:
        raise NotYours(KNOWN_ONLY)
    row = IdentityCode.objects.of(client).in_force().first()
    form = IdentityCodeForm(request.POST or None, row=row, today=request.today)
    if form.is_bound and form.is_valid() and _is_free(request, client, form):
        return once(request, form, lambda: _correct(request, client, form))
    context = {"client": client, "form": form, "row": row}
    status = 422 if form.is_bound else 200
    return render(request, "clients/identity_code/edit.html", context, status=status)


def _shown(request: Request, client: Any) -> HttpResponse:
    return _page(request, client, deeds.code_to_show(client=client, by=request.user))


# turvakielto: a code leads to where the person is (security rule 16)
_shown_to_who_is_sure = needs_fresh_sign_in(when=every_time)(_shown)


def _page(request: Request, client: Any, shown: IdentityCode | None = None) -> HttpResponse:
    context = {
        "client": client,
        "is_known": bool(shown) or IdentityCode.objects.of(client).in_force().exists(),
        "shown": shown,
        "may_edit": can(request.user, May.EDIT_CLIENT, client.relations).allows,
    }
    return render(request, PAGE, context)


def _is_free(request: Request, client: Any, form: IdentityCodeForm) -> bool:
    """Whether it is nobody else's. That it is somebody's is told to few and not often: each time is on the trail."""
    code = form.cleaned_data["code"]
    known = known_code(request.user, code) if code else None
    if known is None or not (known.is_elsewhere or known.client_id not in (None, client.pk)):
        return True
    note_search(asked=code, shown=(), by=request.user)
    form.add_error("code", deeds.TAKEN)
    return False


def _correct(request: Request, client: Any, form: IdentityCodeForm) -> str:
    deeds.correct_identity_code(client=client, on=request.today, by=request.user, **form.answers)
    return reverse("clients:identity-code", args=[client.ref])
