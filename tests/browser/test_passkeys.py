"""A passkey in a real browser: made, then shown instead of a password (Chromium's own virtual authenticator)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from paku.access.models import User
from paku.access.roles import Role
from tests.browser.desks import Device, device
from tests.factories import PASSWORD
from tests.factories import worker as a_worker

LOCKED_BY_ITS_OWNER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def phone(browser: Browser, live_server: LiveServer, settings: Any) -> Iterator[Device]:
    """As in production. A passkey needs a name, not a number: `localhost`."""
    settings.DEMO = False
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "localhost"]
    with device(browser, live_server.url.replace("127.0.0.1", "localhost")) as found:
        yield found


@pytest.fixture
def main_user(live_server: LiveServer) -> User:
    return a_worker(Role.MAIN_USER, username="paula")


@pytest.fixture
def page(phone: Device) -> Page:
    page = phone.page()
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": LOCKED_BY_ITS_OWNER})
    return page


def with_password(page: Page, phone: Device, user: User) -> None:
    page.goto(f"{phone.base}/sign-in/")
    page.fill("[name=login]", user.username)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")


def sign_out(page: Page, phone: Device) -> None:
    page.goto(f"{phone.base}/account/")
    page.locator("main form[action='/sign-out/'] button").click()
    page.wait_for_url("**/sign-in/")


def test_a_new_main_user_makes_a_passkey_and_comes_in_by_it(
    page: Page, phone: Device, main_user: User
) -> None:
    with_password(page, phone, main_user)
    page.wait_for_url("**/account/second-factor/")

    page.click("a[href='/account/second-factor/passkeys/']")
    page.fill("[name=name]", "Työpuhelin")
    page.click("[data-passkey-ask]")
    expect(page.locator(".codes li")).to_have_count(10)

    sign_out(page, phone)
    page.click("[data-passkey-ask]")
    page.wait_for_url("**/set-up/**")

    sign_out(page, phone)
    with_password(page, phone, main_user)
    page.wait_for_url("**/sign-in/second-factor/")
    page.click("[data-passkey-ask]")
    page.wait_for_url("**/set-up/**")

    page.goto(f"{phone.base}/account/second-factor/")
    expect(page.locator("main")).to_contain_text("Työpuhelin")
    assert phone.complaints == []


def test_where_there_are_no_passkeys_the_password_stands_alone(here: Device) -> None:
    page = here.page()
    page.goto(f"{here.base}/sign-in/")

    expect(page.locator("[name=password]")).to_be_visible()
    expect(page.locator("[data-passkey-ask]")).to_be_hidden()


def test_a_passkey_that_does_not_answer_is_said_in_a_sentence(
    phone: Device, main_user: User
) -> None:
    page = phone.page()
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    no_one = {**LOCKED_BY_ITS_OWNER, "isUserVerified": False}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": no_one})
    with_password(page, phone, main_user)
    page.goto(f"{phone.base}/account/second-factor/passkeys/")
    page.fill("[name=name]", "Lukossa")

    page.click("[data-passkey-ask]")

    expect(page.locator("[data-passkey-failed]")).to_be_visible()
    expect(page.locator("[name=name]")).to_have_value("Lukossa")
