"""The second factor: showing it at sign-in, and setting it up. django-allauth weighs; these say it in our words."""

from __future__ import annotations

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from allauth.mfa.webauthn.internal import auth
from django import forms
from django.utils.translation import gettext_lazy as _

from paku.access.forms.counted import Counted
from paku.kit.fields import CleanCharField

CODE = {"autocomplete": "one-time-code", "inputmode": "numeric"}
LONGEST_NAME = 60
# what a made-up credential makes the library stumble over; a browser never sends such a one
NOT_A_CREDENTIAL = (TypeError, ValueError, KeyError, AttributeError, IndexError)


class CodeForm(Counted, AuthenticateForm):
    """A code from the app, or one of the recovery codes."""

    code = forms.CharField(
        label=_("Code from the app, or a recovery code"), widget=forms.TextInput(attrs=CODE)
    )


class _Passkey(AuthenticateWebAuthnForm):
    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()
        except NOT_A_CREDENTIAL as reason:
            raise get_adapter().validation_error("incorrect_code") from reason


class ByPasskey(_Passkey):
    """The second factor after a password."""


class ByPasskeyAlone(_Passkey, LoginWebAuthnForm):
    """Signing in with a passkey and nothing else: it holds two factors, the device and its lock."""


class ByPasskeyAgain(_Passkey, ReauthenticateWebAuthnForm):
    """The same person once more."""


class AppForm(ActivateTOTPForm):
    """The first code of an app that has just read the secret."""

    code = forms.CharField(label=_("Code that the app shows"), widget=forms.TextInput(attrs=CODE))


class PasskeyNameForm(forms.Form):
    """What one calls a passkey, so as to know it from the others."""

    name = CleanCharField(
        label=_("Name of the passkey"),
        limit=LONGEST_NAME,
        help_text=_("For example: work phone, or security key on the key ring."),
    )


class NewPasskeyForm(PasskeyNameForm):
    """The browser's answer about a passkey that it has just made."""

    credential = forms.JSONField(widget=forms.HiddenInput)

    def clean_credential(self) -> dict[str, Any]:
        """The question demanded that its owner unlock it, and the library weighs that too."""
        credential: dict[str, Any] = self.cleaned_data["credential"]
        try:
            auth.parse_registration_response(credential)
            auth.complete_registration(credential)
        except NOT_A_CREDENTIAL as reason:
            raise get_adapter().validation_error("incorrect_code") from reason
        return credential
