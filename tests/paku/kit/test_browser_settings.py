"""What every answer tells the browser; and what differs between https and the demo's plain http."""

from __future__ import annotations

import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client as Browser

from paku.access.sign_in_settings import sign_in_settings
from paku.env import REQUIRED, Env
from paku.kit.browser_settings import browser_settings
from tests.desk import Desk
from tests.every_address import every_address
from tests.factories import PathFactory

pytestmark = pytest.mark.django_db

ALWAYS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Reporting-Endpoints": 'csp="/csp-reports/"',
    "X-Robots-Tag": "noindex",
}
POLICY = ("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'",
          "form-action 'self'", "report-uri /csp-reports/")  # fmt: skip


def settings_of(base_url: str) -> dict[str, object]:
    env = Env.from_environ({**dict.fromkeys(REQUIRED, "x"), "PAKU_BASE_URL": base_url})
    return {**sign_in_settings(env), **browser_settings(env)}


def policy(answer) -> list[str]:
    return answer["Content-Security-Policy"].split("; ")


def test_every_answer_has_them_whatever_it_is():
    addresses = sorted({one.example for one in every_address()})
    answers = {
        f"{method} {address}": getattr(Desk(), method)(address)
        for address in addresses
        for method in ("get", "post")
    }

    assert not {asked for asked, answer in answers.items() if not has_them(answer)}


def has_them(answer) -> bool:
    scripts = [rule for rule in policy(answer) if rule.startswith("script-src")]
    return (
        {name: answer.get(name) for name in ALWAYS} == ALWAYS
        and set(POLICY) <= set(policy(answer))
        and "camera=()" in answer["Permissions-Policy"]
        and len(scripts) == 1
        and not any(loose in scripts[0] for loose in ("unsafe", "'self'"))
    )


def test_the_nonce_is_new_on_every_page_and_on_each_of_its_scripts():
    pages = [Browser().get("/sign-in/") for _ in range(2)]

    nonces = [
        next(rule for rule in policy(page) if rule.startswith("script-src"))
        .split("'nonce-")[1]
        .rstrip("'")
        for page in pages
    ]
    assert nonces[0] != nonces[1]
    for page, nonce in zip(pages, nonces, strict=True):
        tags = re.findall(r"<script[^>]*>", page.content.decode())
        programs = [tag for tag in tags if 'type="application/json"' not in tag]
        assert len(programs) > 3
        assert all(f'nonce="{nonce}"' in tag for tag in programs)


def test_over_https_cookies_are_for_this_host_alone_and_secure():
    told = settings_of("https://paku.example.fi")

    names = [
        told[name] for name in ("SESSION_COOKIE_NAME", "LANGUAGE_COOKIE_NAME", "THEME_COOKIE_NAME")
    ]
    assert all(str(name).startswith("__Host-") for name in names)
    assert (
        told["SESSION_COOKIE_SECURE"]
        is told["LANGUAGE_COOKIE_SECURE"]
        is told["SECURE_SSL_REDIRECT"]
        is True
    )
    assert told["SECURE_HSTS_SECONDS"] == 31_536_000
    assert told["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]["report-to"] == ["csp"]


def test_over_plain_http_they_keep_working_without_the_prefix():
    told = settings_of("http://127.0.0.1:8000")

    names = [
        told[name] for name in ("SESSION_COOKIE_NAME", "LANGUAGE_COOKIE_NAME", "THEME_COOKIE_NAME")
    ]
    assert not any(str(name).startswith("__") for name in names)
    assert (
        told["SESSION_COOKIE_SECURE"]
        is told["LANGUAGE_COOKIE_SECURE"]
        is told["SECURE_SSL_REDIRECT"]
        is False
    )
    assert told["SECURE_HSTS_SECONDS"] == 0
    assert "report-to" not in told["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]


def test_the_cookies_of_a_session_hold_no_more_than_they_must():
    path = PathFactory()
    desk = Desk().sit(path.care.own_worker)

    desk.get(f"/clients/{path.client.ref}/")
    desk.post("/account/language/", {"language": "sv"})

    assert set(desk.cookies) == {"paku", "paku-language"}
    assert all(cookie["httponly"] for cookie in desk.cookies.values())
    assert {cookie["samesite"] for cookie in desk.cookies.values()} == {"Lax"}
    assert {cookie["path"] for cookie in desk.cookies.values()} == {"/"}
    assert {cookie["domain"] for cookie in desk.cookies.values()} == {""}


def test_a_static_file_that_is_not_there_is_a_real_404():
    answer = Browser().get("/static/js/nothing.js")

    assert (answer.status_code, answer["Cache-Control"]) == (404, "no-store")
    assert finders.find("js/theme.js")
