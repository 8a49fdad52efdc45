"""Accounts are made by the main user, never by signing up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from paku.access import devices, limiter
from paku.access.actions import sittings
from paku.access.deeds import Deed
from paku.access.factors import how
from paku.audit.record import record


class StaffAccounts(DefaultAccountAdapter):
    """Closed sign-up, no mail from the sign-in library, and one place through which every way in comes."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Sign-in mails are not sent in this version: a forgotten password is renewed by the main user."""

    def get_login_stages(self) -> list[str]:
        """What stands between the first factor and a session."""
        return ["paku.access.stages.SecondFactor"]

    def login(self, request: HttpRequest, user: Any) -> None:
        """The session begins here and nowhere else, after the last factor, and on the trail."""
        super().login(request, user)
        user.enter()
        sittings.begin(request=request, by=user)
        limiter.forgive(request, user.username)
        record(Deed.SIGNED_IN, by=user, purpose="sign_in", details={"by": how(request, user)})

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """A closed account is told no more than a wrong password is: the sign-in page again."""
        record(Deed.SIGN_IN_FAILED, by=None, outcome="denied", purpose="sign_in")
        return redirect("access:sign-in")

    def post_login(self, request: HttpRequest, user: Any, **hooks: Any) -> HttpResponse:
        """From now on this browser is one in which the person has signed in before."""
        response = super().post_login(request, user, **hooks)
        devices.remember(request, response, limiter.who_is(user.username))
        return response

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Every path that weighs a password comes through here, and then waits like any other (`limiter.py`)."""
        limiter.admit(request, credentials.get("username", ""))
        if limiter.is_endless(credentials.get("password", "")):
            limiter.count(request, credentials.get("username", ""))
            raise self.validation_error("username_password_mismatch")

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        limiter.count(request, credentials.get("username", ""))

    def reauthenticate(self, user: Any, password: str) -> bool:
        """The right password of somebody who is signed in."""
        is_right = super().reauthenticate(user, password)
        if is_right:
            limiter.forgive(context.request, user.username)
        return is_right
