"""Instead of the one-time password: one that nobody else has seen."""

from __future__ import annotations

from typing import Any

from allauth.core import context
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from paku.access import limiter
from paku.access.forms.sheet import Sheet
from paku.access.models import User


class OwnPasswordForm(Sheet):
    """Typed twice, since it cannot be seen."""

    new = forms.CharField(
        label=_("New password"),
        strip=False,
        max_length=1024,
        help_text=_(
            "At least 12 characters. A few words that do not belong together are good and easy to remember."
        ),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("New password again"),
        strip=False,
        max_length=1024,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_new(self) -> str:
        new: str = self.cleaned_data["new"]
        validate_password(new, self.user)
        return new

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("new") and data.get("again") and data["new"] != data["again"]:
            self.add_error("again", _("The two are not the same."))
        if not self.errors:
            self._weigh(data["new"])
        return data

    def _weigh(self, new: str) -> None:
        """Last, and by the one limiter: whether it is the one-time password is told only to who would otherwise have
        chosen, so nobody finds the one-time password out by asking here."""
        try:
            limiter.admit(context.request, self.user.username)
        except ValidationError as wait:
            self.add_error(None, wait)
            return
        if self.user.check_password(new):
            limiter.count(context.request, self.user.username)
            self.add_error("new", _("This is the one-time password. Choose another."))
