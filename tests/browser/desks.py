"""A worker of a test's own (no demo world) at a real browser, on as many devices as the test needs."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Request

from paku.access.models import Sitting, User
from tests.factories import PASSWORD


@dataclass
class Device:
    """One browser profile; `complaints` is all that should not happen: dialogs, errors, requests to elsewhere."""

    context: BrowserContext
    base: str
    complaints: list[str] = field(default_factory=list)

    def page(self) -> Page:
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("console", lambda told: self._console(told.type, told.text))
        page.on(
            "dialog",
            lambda dialog: (self.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()),
        )
        page.on("request", self._request)
        return page

    def sign_in(self, user: User) -> Page:
        """By the sign-in page, as on a device that has never been here."""
        page = self.page()
        page.goto(f"{self.base}/sign-in/")
        page.fill("[name=login]", user.username)
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url(lambda url: "/sign-in/" not in url)
        return page

    def _console(self, kind: str, text: str) -> None:
        if kind == "error" and "Failed to load resource" not in text:
            self.complaints.append(f"console: {text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "about:", "blob:")):
            self.complaints.append(f"request: {request.url}")


@contextmanager
def device(browser: Browser, base: str) -> Iterator[Device]:
    """A new profile, closed afterwards."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, locale="fi-FI", reduced_motion="reduce"
    )
    yield Device(context, base)
    context.close()


def kill_the_browser_of(profile: Path) -> None:
    """As when the battery dies: every process that was started with this profile's folder, at once."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if f"--user-data-dir={profile}".encode() in (folder / "cmdline").read_bytes().split(
                b"\0"
            ):
                os.kill(int(folder.name), signal.SIGKILL)


def end_all_sessions() -> None:
    """As when the time is up, or somebody ends them from elsewhere."""
    Sitting.objects.all().delete()


def wait_for(page: Page, wanted: str) -> None:
    """Until the line under the form says of the draft: saved, offline or failed."""
    page.wait_for_selector(f"[data-draft-note][data-state={wanted}]", timeout=30_000)


def save(page: Page) -> None:
    page.click("form[data-guard] button.btn-primary[type=submit]")
