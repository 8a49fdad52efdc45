"""The organisation's own sign-in by OpenID Connect: who may come in by it, and how its word is weighed."""

from __future__ import annotations

from typing import Any, NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest

from paku.access.deeds import Deed
from paku.access.models import User
from paku.audit.record import record


class Organisation(DefaultSocialAccountAdapter):
    """Opens accounts that the main user has made; makes none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """The first time the claim names the account; from then on the organisation's own number for the person does,
        so that a user name given to somebody else later does not open the old account."""
        if sociallogin.is_existing:
            return
        name = sociallogin.named
        user = User.objects.filter(username=name, is_active=True).first() if name else None
        if user is None or SocialAccount.objects.filter(user=user).exists():
            self._turn_away(request, "unknown")
        sociallogin.connect(request, user)
        record(Deed.FACTOR_ADDED, user, by=None, purpose="sign_in", details={"kind": "openid"})

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, **kwargs: Any
    ) -> None:
        self._turn_away(request, str(error or "unknown"))

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """No mail from the sign-in library."""

    def _turn_away(self, request: HttpRequest, why: str) -> NoReturn:
        from paku.access.views.openid import turned_away

        record(
            Deed.SIGN_IN_FAILED, by=None, outcome="denied", purpose="sign_in",
            details={"by": "openid", "why": why[:40]},
        )  # fmt: skip
        raise ImmediateHttpResponse(turned_away(request))


class Answer(OpenIDConnectOAuth2Adapter):
    """The organisation's answer. Its token is checked by the published keys, also when it came over our own line."""

    def complete_login(self, *args: Any, **kwargs: Any) -> SocialLogin:
        """Whose it is suffices: nothing else that the organisation tells of the person is kept."""
        login: Any = super().complete_login(*args, **kwargs)
        told = login.account.extra_data
        claims = {**told.get("userinfo", {}), **told.get("id_token", {})}
        claim = settings.OPENID_CONNECT.claim if settings.OPENID_CONNECT else ""
        login.named = str(claims.get(claim) or "")
        login.account.extra_data = {}
        return login

    def _decode_id_token(self, app: Any, id_token: str) -> dict[str, Any]:
        claims: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        return claims
