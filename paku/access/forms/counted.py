"""Codes are guessed as passwords are: the one limiter stands before the sign-in library's forms too."""

from __future__ import annotations

from typing import Any

from allauth.core import context
from allauth.mfa.base.forms import ReauthenticateForm
from django.core.exceptions import ValidationError

from paku.access import limiter


class Counted:
    """Put before a form that weighs a code of `user`, of an app or a recovery code."""

    user: Any

    def clean_code(self) -> str:
        limiter.admit(context.request, self.user.username, code=True)
        try:
            return str(super().clean_code())  # type: ignore[misc]
        except ValidationError:
            limiter.count(context.request, self.user.username, code=True)
            raise


class CodeAgain(Counted, ReauthenticateForm):
    """The same person once more, by a code."""

    def save(self) -> None:
        super().save()
        limiter.forgive(context.request, self.user.username)
