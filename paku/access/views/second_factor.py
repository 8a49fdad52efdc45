"""The way in after or instead of the password: a passkey, a code. Until then there is no session."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.stagekit import clear_login
from allauth.account.models import Login
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.internal.auth import begin_authentication
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from paku.access.deeds import Deed
from paku.access.doors import open_to_all
from paku.access.factors import APP, PASSKEY, kinds_of
from paku.access.forms.second_factor import ByPasskey, ByPasskeyAlone, CodeForm
from paku.access.views.sign_in import SignIn
from paku.audit.record import record


class SecondFactor(AuthenticateView):
    """Opens only to whose password has just been right; anybody else is led to the sign-in page."""

    template_name = "access/second_factor.html"

    def get_form_class(self) -> type[Form]:
        return CodeForm

    def get_webauthn_form_class(self) -> type[Form]:
        return ByPasskey

    def form_invalid(self, form: Form) -> HttpResponse:
        user = self.stage.login.user
        by = "passkey" if isinstance(form, ByPasskey) else "code"
        record(
            Deed.FACTOR_FAILED, user, by=None, outcome="denied", purpose="sign_in",
            details={"by": by},
        )  # fmt: skip
        if form.has_error("code", "too_many_tries"):
            return self.back_to_the_password(form)
        return self.render_to_response(self.get_context_data(), status=422)

    def back_to_the_password(self, form: Form) -> HttpResponse:
        """Whose password it was is forgotten: codes are not guessed on by waiting here (ASVS 6.6.3)."""
        clear_login(self.request)
        return _sign_in_page(self.request, 429, sentence=form.errors["code"][0])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.stage.login.user
        kinds = kinds_of(user)
        options = begin_authentication(user) if PASSKEY in kinds else None
        return {
            "form": self.auth_form,
            "passkey_form": self.webauthn_form,
            "passkey_options": options,
            "has_app": APP in kinds,
        }


second_factor = open_to_all(SecondFactor.as_view())


def _sign_in_page(request: HttpRequest, status: int, **more: Any) -> HttpResponse:
    """As it comes first, with what went wrong."""
    page = SignIn()
    page.setup(request)
    form = page.get_form_class()(request=request)
    form.fields["login"].label = _("User name")
    return page.render_to_response({**page.get_context_data(form=form), **more}, status=status)


class PasskeySignIn(LoginWebAuthnView):
    """Posted to by the sign-in page, with what the passkey answered to that page's question."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("access:sign-in")

    def get_form_class(self) -> type[Form]:
        return ByPasskeyAlone

    def form_valid(self, form: Form) -> HttpResponse:
        proof = form.cleaned_data["credential"]
        login = Login(user=proof.user, redirect_url=get_next_redirect_url(self.request))
        return perform_passwordless_login(self.request, proof, login)

    def form_invalid(self, form: Form) -> HttpResponse:
        """The sign-in page again: the same sentence for a passkey that was removed and for one made up."""
        record(
            Deed.SIGN_IN_FAILED, by=None, outcome="denied", purpose="sign_in",
            details={"by": PASSKEY},
        )  # fmt: skip
        return _sign_in_page(self.request, 422, passkey_failed=True)


passkey_sign_in = open_to_all(PasskeySignIn.as_view())
