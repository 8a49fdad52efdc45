"""One's own password: the old one once more, and one that nobody else would think of."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from paku.access.passwords.rules import LONGEST
from paku.kit.refusals import CutShort


def _secret(label: Any, autocomplete: str, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
        **more,
    )


class UnlockForm(forms.Form):
    """The password of the person who was here; the one limiter weighs it."""

    password = _secret(_("Password"), "current-password")

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        typed: str = self.cleaned_data["password"]
        if not get_adapter().reauthenticate(self.user, typed):
            raise ValidationError(_("The password is not right."), code="wrong_password")
        return typed


class ChangePasswordForm(UnlockForm):
    """The new one is weighed first: a mistake in it must not cost a try of the old one."""

    field_order = ("password", "new", "again")

    password = _secret(_("Old password"), "current-password")
    new = _secret(
        _("New password"),
        "new-password",
        help_text=_(
            "At least 12 characters. A few words that do not belong together are good and easy to remember."
        ),
    )
    again = _secret(_("New password again"), "new-password", max_length=LONGEST)

    def is_valid(self) -> bool:
        """Raise CutShort for a post that arrived only in part."""
        if self.is_bound and "_end" not in self.data:
            raise CutShort
        return super().is_valid()

    def clean_password(self) -> str:
        return str(self.cleaned_data["password"])

    def clean_new(self) -> str:
        new: str = self.cleaned_data["new"]
        validate_password(new, self.user)
        return new

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("new") and data.get("again") and data["new"] != data["again"]:
            self.add_error("again", _("The two are not the same."))
        if not self.errors and not get_adapter().reauthenticate(self.user, data["password"]):
            self.add_error("password", _("The old password is not right."))
        if not self.errors and data["new"] == data["password"]:
            self.add_error("new", _("This is the password you have now."))
        return data
