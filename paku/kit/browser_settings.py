"""What browsers are told and given: content policy, its reports, cookies, transport. Taken into `paku/settings.py`."""

from __future__ import annotations

from datetime import timedelta

from csp.constants import NONCE, NONE, SELF

from paku.env import Env

REPORTS = "/csp-reports/"
REPORTING_GROUP = "csp"


def browser_settings(env: Env) -> dict[str, object]:
    """By name. On plain http (the demo) a browser would drop `__Host-` cookies, so they are called otherwise there."""
    year = int(timedelta(days=365).total_seconds())
    return {
        "CONTENT_SECURITY_POLICY": {"DIRECTIVES": _policy(env)},
        "CSRF_USE_SESSIONS": True,
        "CSRF_FAILURE_VIEW": "paku.saving.views.forged",
        "MESSAGE_STORAGE": "django.contrib.messages.storage.session.SessionStorage",
        "LANGUAGE_COOKIE_NAME": cookie_name("paku-language", env),
        "LANGUAGE_COOKIE_SECURE": env.is_https,
        "THEME_COOKIE_NAME": cookie_name("paku-theme", env),
        "SECURE_SSL_REDIRECT": env.is_https,
        "SECURE_REDIRECT_EXEMPT": [r"^health/"],
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https"),
        "SECURE_HSTS_SECONDS": year if env.is_https else 0,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
        "SECURE_HSTS_PRELOAD": True,
        "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
        # with no-referrer browsers send `Origin: null` and every form is refused
        "SECURE_REFERRER_POLICY": "same-origin",
        "X_FRAME_OPTIONS": "DENY",
    }


def cookie_name(name: str, env: Env) -> str:
    """With the prefix a cookie is taken only over https, from this very host, for all of it."""
    return f"__Host-{name}" if env.is_https else name


def _policy(env: Env) -> dict[str, object]:
    """Nothing from elsewhere, no script without the page's nonce, and a report of what was stopped.

    `report-to` works over https only, and a browser that knows it then overlooks `report-uri`.
    """
    return {
        **{key: [NONE] for key in ("default-src", "base-uri", "frame-ancestors", "object-src")},
        **{key: [SELF] for key in ("font-src", "connect-src", "form-action", "manifest-src")},
        "script-src": [NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "report-uri": [REPORTS],
        **({"report-to": [REPORTING_GROUP]} if env.is_https else {}),
    }
