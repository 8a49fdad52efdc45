"""The people of the demo world at a real browser: signing in and walking about."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from network.models import Step
from paku.access.demo_accounts import DEMO_PASSWORD
from paku.access.models import User
from pathways.models import Pathway
from tests.factories import today


@dataclass
class Person:
    """One account in a browser of its own; pages are named by path."""

    page: Page
    base: str

    def go(self, path: str) -> int:
        """The status that the address answered with."""
        answer = self.page.goto(self.base + path)
        assert answer is not None
        return answer.status

    @property
    def text(self) -> str:
        return self.page.locator("main").inner_text()


def sign_in(browser: Browser, base: str, username: str, *, width: int = 1280) -> Person:
    """As one does it: the sign-in page, name, password, enter."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        locale="fi-FI",
        accept_downloads=True,
        reduced_motion="reduce",
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text) if "Content Security Policy" in message.text else None
        ),
    )
    page.complaints = complaints  # type: ignore[attr-defined]
    page.goto(f"{base}/sign-in/")
    page.fill("[name=login]", username)
    page.fill("[name=password]", DEMO_PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    return Person(page, base)


def a_path_of_the_pair() -> Pathway:
    """Own worker tyontekija, pair ohjaaja, somebody in the network to give the paper to."""
    pair = User.objects.get(username="ohjaaja")
    paths = Pathway.objects.open().with_people().filter(care__own_worker__username="tyontekija")
    shared = paths.filter(
        care__assignments__worker=pair,
        client__members__kind="partner",
        client__own_words__isnull=False,
    )
    late = Step.objects.overdue(today()).values("client")
    return shared.exclude(client__in=late).order_by("pk").first()
