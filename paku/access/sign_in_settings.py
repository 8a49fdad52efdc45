"""Django's and django-allauth's settings of signing in: named here, taken into `paku/settings.py` as they are."""

from __future__ import annotations

from datetime import timedelta

from paku.env import Env, OpenId

LOGIN_URL = "access:sign-in"
ORGANISATION = "organisation"


def sign_in_settings(env: Env) -> dict[str, object]:
    """By name: who one is, how one shows it, how long it lasts."""
    return {
        "AUTH_USER_MODEL": "access.User",
        "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
        "LOGIN_URL": LOGIN_URL,
        "LOGIN_REDIRECT_URL": "/",
        "ACCOUNT_ADAPTER": "paku.access.adapter.StaffAccounts",
        "ACCOUNT_LOGIN_METHODS": {"username"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_LOGOUT_REDIRECT_URL": LOGIN_URL,
        "ACCOUNT_SESSION_REMEMBER": False,
        "ACCOUNT_PREVENT_ENUMERATION": True,
        # paku/access/limiter.py counts for every path; a second counter would lock the right person out
        "ACCOUNT_RATE_LIMITS": False,
        "ACCOUNT_USER_DISPLAY": "paku.access.models.user.shown_name",
        **_second_factor(env),
        **_openid(env.openid),
        **_passwords(),
        **_sessions(env),
    }


def _second_factor(env: Env) -> dict[str, object]:
    return {
        "MFA_ADAPTER": "paku.access.factor_adapter.Factors",
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
        "MFA_PASSKEY_LOGIN_ENABLED": True,
        "MFA_WEBAUTHN_USER_VERIFICATION": "required",
        "MFA_TOTP_ISSUER": "Paku" if not env.demo else "Paku demo",
        "MFA_RECOVERY_CODE_COUNT": 10,
        # a passkey cannot be guessed: this only spares the server
        "MFA_RATE_LIMITS": {"webauthn_login": "60/m/ip"},
        # paku/access/step_up.py asks, by one rule for all dangerous acts
        "MFA_REAUTHENTICATION_REQUIRED": False,
    }


def _openid(openid: OpenId | None) -> dict[str, object]:
    """The organisation's own sign-in takes the password's place, never the second factor's (decision 0017)."""
    apps = []
    if openid:
        settings = {
            "server_url": openid.url,
            "oauth_pkce_enabled": True,
            "scope": ["openid", "profile"],
        }
        apps = [
            {
                "provider_id": ORGANISATION,
                "name": openid.name,
                "client_id": openid.client_id,
                "secret": openid.client_secret,
                "settings": settings,
            }
        ]
    return {
        "SOCIALACCOUNT_ADAPTER": "paku.access.openid.Organisation",
        "SOCIALACCOUNT_PROVIDERS": {"openid_connect": {"APPS": apps}},
        "SOCIALACCOUNT_EMAIL_AUTHENTICATION": False,
        "SOCIALACCOUNT_STORE_TOKENS": False,
    }


def _passwords() -> dict[str, object]:
    rules = "paku.access.passwords.rules"
    return {
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.Argon2PasswordHasher"],
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": f"{rules}.Length"},
            {"NAME": f"{rules}.NotKnown"},
        ],
    }


def _sessions(env: Env) -> dict[str, object]:
    """Sessions, and the codes that have been used once, live in PostgreSQL: the web works when the broker is gone."""
    used_codes = {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "access_limiter",
    }
    return {
        "CACHES": {"default": used_codes},
        "SESSION_ENGINE": "paku.access.sessions",
        "SESSION_COOKIE_AGE": int(timedelta(hours=10).total_seconds()),
        "SESSION_COOKIE_SECURE": env.is_https,
        "SESSION_COOKIE_NAME": "__Host-paku" if env.is_https else "paku",
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
    }
