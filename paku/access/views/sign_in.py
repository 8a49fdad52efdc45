"""Signing in by django-allauth under our own address, with an entry for each try."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm
from allauth.account.views import LoginView
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from paku.access.deeds import Deed
from paku.access.demo_accounts import DEMO_ACCOUNTS
from paku.access.doors import open_to_all
from paku.audit.record import record


class SignIn(LoginView):
    """422 for a wrong name or password: the page comes back with the name still in it."""

    template_name = "access/sign_in.html"

    def get_form(self, form_class: type[LoginForm] | None = None) -> LoginForm:
        form = super().get_form(form_class)
        form.fields["login"].label = _("User name")
        return form

    def form_invalid(self, form: LoginForm) -> HttpResponse:
        record(Deed.SIGN_IN_FAILED, by=None, outcome="denied", purpose="sign_in")
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "form": kwargs.pop("form", None) or self.get_form(),
            "next": self.request.GET.get("next", ""),
            "passkey_options": begin_authentication(None),
            "openid": settings.OPENID_CONNECT,
        }
        return {**context, "demo_accounts": DEMO_ACCOUNTS if settings.DEMO else ()}


sign_in = open_to_all(SignIn.as_view())


@open_to_all
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session, or a sign-in that was left half-way, and tells the browser to forget what it holds of us."""
    if request.user.is_authenticated:
        record(Deed.SIGNED_OUT, by=request.user, purpose="sign_in")
    logout(request)
    response = redirect("access:sign-in")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response
