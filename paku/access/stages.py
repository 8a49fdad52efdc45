"""Between the password and the session: the second factor of those who have one."""

from __future__ import annotations

from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.webauthn.internal.flows import did_use_passwordless_login
from django.http import HttpResponse
from django.shortcuts import redirect

from paku.access.factors import RECOVERY, kinds_of


class SecondFactor(AuthenticateStage):
    """Until it has been shown there is no session: only the sign-in library remembers, for 15 minutes, whose
    password was right. A passkey that one signed in with was both factors."""

    urlname = "access:second-factor"

    def handle(self) -> tuple[HttpResponse | None, bool]:
        user = self.login.user
        if did_use_passwordless_login(self.request, user) or not kinds_of(user) - {RECOVERY}:
            return None, True
        return redirect(self.urlname), True
