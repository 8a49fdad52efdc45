"""One's own second factors: the app, the passkeys, the recovery codes."""

from __future__ import annotations

from base64 import b64encode
from typing import Any
from uuid import UUID

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.internal.auth import begin_registration
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from paku.access.actions import factors as deeds
from paku.access.doors import requires
from paku.access.factors import APP, PASSKEY, is_signed_in_whole, needs_passkey
from paku.access.forms.second_factor import AppForm, NewPasskeyForm, PasskeyNameForm
from paku.access.requests import Request
from paku.access.roles import May
from paku.access.step_up import needs_fresh_sign_in, when_posted

own = requires(May.USE_OWN_ACCOUNT, needs_factor=False)


@own
def factors(request: Request) -> HttpResponse:
    """What one has. Who must have more before anything opens is told so here."""
    rows = list(deeds.factors_of(request.user))
    context = {
        "app": next((row for row in rows if row.type == APP), None),
        "passkeys": [row for row in rows if row.type == PASSKEY],
        "codes_left": deeds.unused_codes(request.user),
        "is_whole": is_signed_in_whole(request),
        "needs_passkey": needs_passkey(request.user),
        "demanded": not settings.DEMO,
    }
    return render(request, "access/factors/factors.html", context)


@own
@needs_fresh_sign_in()
def add_app(request: Request) -> HttpResponse:
    """The secret as a picture and in letters; saved only when the app has shown a right code."""
    if deeds.factors_of(request.user).filter(type=APP).exists():
        return redirect("access:factors")
    form = AppForm(request.POST or None, user=request.user)
    if form.is_valid():
        codes = deeds.add_app(request=request, secret=form.secret, code=form.cleaned_data["code"])
        return _done(request, codes, _("The authenticator app is in use."))
    library = get_adapter()
    picture = library.build_totp_svg(library.build_totp_url(request.user, form.secret))
    context = {
        "form": form,
        "picture": f"data:image/svg+xml;base64,{b64encode(picture.encode()).decode()}",
        "secret": form.secret,
    }
    return render(request, "access/factors/app.html", context, status=422 if form.is_bound else 200)


@own
@needs_fresh_sign_in()
def add_passkey(request: Request) -> HttpResponse:
    """The browser makes the passkey; the name is for telling it from the others."""
    form = NewPasskeyForm(request.POST or None)
    if form.is_valid():
        codes = deeds.add_passkey(request=request, **form.cleaned_data)
        return _done(request, codes, _("The passkey is in use."))
    context = {"form": form, "options": begin_registration(request.user, True)}
    return render(
        request, "access/factors/new_passkey.html", context, status=422 if form.is_bound else 200
    )


@own
@needs_fresh_sign_in()
def passkey(request: Request, ref: UUID) -> HttpResponse:
    """Rename it."""
    found = _own_passkey(request, ref)
    form = PasskeyNameForm(request.POST or None, initial={"name": found.wrap().name})
    if form.is_valid():
        deeds.rename_passkey(passkey=found, name=form.cleaned_data["name"], by=request.user)
        return redirect("access:factors")
    context = {"form": form, "passkey": found}
    return render(
        request, "access/factors/passkey.html", context, status=422 if form.is_bound else 200
    )


@own
@needs_fresh_sign_in(when=when_posted)
@require_POST
def remove_passkey(request: Request, ref: UUID) -> HttpResponse:
    deeds.remove(factor=_own_passkey(request, ref), by=request.user)
    messages.success(request, _("The passkey has been removed."))
    return redirect("access:factors")


@own
@needs_fresh_sign_in(when=when_posted)
@require_POST
def remove_app(request: Request) -> HttpResponse:
    """Once is enough: a second press finds nothing to remove."""
    if app := deeds.factors_of(request.user).filter(type=APP).first():
        deeds.remove(factor=app, by=request.user)
        messages.success(request, _("The authenticator app has been removed."))
    return redirect("access:factors")


@own
@needs_fresh_sign_in(when=when_posted)
@require_POST
def make_codes(request: Request) -> HttpResponse:
    """Shown on this answer and never again."""
    return _done(request, deeds.make_codes(by=request.user), _("The new recovery codes are ready."))


def _done(request: Request, codes: list[str], said: str) -> HttpResponse:
    """Back to the list, by way of the recovery codes when there are new ones to be written down."""
    if not codes:
        messages.success(request, said)
        return redirect("access:factors")
    return render(request, "access/factors/codes.html", {"codes": codes, "said": said})


def _own_passkey(request: Request, ref: UUID) -> Any:
    found = deeds.factors_of(request.user).filter(type=PASSKEY, data__ref=str(ref)).first()
    if found is None:
        raise Http404
    return found
