"""Who are you, once more: by passkey, by a code, or by the password where it suffices."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ReauthenticateForm as ByPassword
from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django import forms
from django.utils.translation import gettext_lazy as _

from paku.access.factors import APP, FIRST, PASSKEY, RECOVERY, accepted, kinds_of
from paku.access.forms.counted import CodeAgain
from paku.access.forms.second_factor import CODE, ByPasskeyAgain

PROOF = ("again_credential", "again_code", "again_password")


class AgainForm(forms.Form):
    """One of the three is enough. Only what the account has, and what suffices for it, is offered."""

    says_what_is_needed = True

    again_credential = forms.CharField(widget=forms.HiddenInput, required=False)
    again_code = forms.CharField(
        label=_("Code from the app, or a recovery code"),
        required=False,
        widget=forms.TextInput(attrs=CODE),
    )
    again_password = forms.CharField(
        label=_("Password"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, request: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request, self.kind = request, ""
        kinds = kinds_of(request.user)
        self.accepted = accepted(request.user, kinds)
        self.takes_passkey = PASSKEY in kinds & self.accepted
        if not kinds & self.accepted & {APP, RECOVERY}:
            del self.fields["again_code"]
        if not self.accepted & FIRST or not request.user.has_usable_password():
            del self.fields["again_password"]

    @property
    def passkey_options(self) -> dict[str, Any]:
        """What the browser asks the passkey; asked of it anew each time the page is drawn."""
        options: dict[str, Any] = begin_authentication(self.request.user)
        return options

    def clean(self) -> None:
        """The first that was given counts."""
        for name, weigh in (
            ("again_credential", self._passkey),
            ("again_code", self._code),
            ("again_password", self._password),
        ):
            if typed := self.cleaned_data.get(name):
                return self._held_by(name, weigh(typed))
        self.kind = "nothing"
        raise forms.ValidationError(_("Show that it is you: one of these is enough."))

    def _held_by(self, name: str, proof: forms.Form) -> None:
        if not proof.is_valid():
            for said in proof.errors.values():
                self.add_error(None if name == "again_credential" else name, said)
        elif self.kind not in self.accepted:
            self.add_error(name, _("Your role demands more than a code here: use your passkey."))
        elif self.kind == "password":
            reauthenticate_by_password(self.request)
        else:
            proof.save()  # type: ignore[attr-defined]

    def _passkey(self, credential: str) -> forms.Form:
        self.kind = PASSKEY
        return ByPasskeyAgain({"credential": credential}, user=self.request.user)

    def _code(self, code: str) -> forms.Form:
        proof = CodeAgain({"code": code}, user=self.request.user)
        self.kind = proof.authenticator.type if proof.is_valid() else "code"
        return proof

    def _password(self, password: str) -> forms.Form:
        self.kind = "password"
        return ByPassword({"password": password}, user=self.request.user)
