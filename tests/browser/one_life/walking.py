"""Two people, one client, and every address that they came by."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page

from tests.browser.people import Person, sign_in

SAVE = "main form button.btn-primary[type=submit]"


@dataclass
class Walker:
    """Somebody at their own device; what they open is remembered."""

    person: Person
    walked: set[str]

    def __post_init__(self) -> None:
        self.page.on(
            "framenavigated",
            lambda frame: self.walked.add(urlsplit(frame.url).path) if frame.url else None,
        )

    @property
    def page(self) -> Page:
        return self.person.page

    @property
    def text(self) -> str:
        return self.person.text

    @property
    def here(self) -> str:
        return urlsplit(self.page.url).path

    def open(self, address: str) -> None:
        assert self.person.go(address) == 200, address

    def follow(self, *ends: str) -> None:
        """Each by a link on the page that the one before led to: by how the address goes on."""
        for end in ends:
            link = self.page.locator(f"main a[href*='{end}']:visible").first
            assert link.count(), f"nothing on {self.here} leads to {end}:\n{self.text}"
            before = self.page.url
            link.click()
            self.page.wait_for_url(lambda url, before=before: url != before)
            assert self.page.locator("main h1").count() == 1, self.page.url

    def room(self, name: str, page: str = "") -> None:
        """By the tabs of the file: the room, and a page of it."""
        self._tab("file-tabs", name)
        if page:
            self._tab("file-pages", page)

    def _tab(self, row: str, name: str) -> None:
        link = self.page.locator(f"nav.{row} a[href$='/{name}/']")
        if not link.is_visible():  # on a phone the pages of a room fold
            self.page.click(f"nav.{row} summary")
        link.click()
        self.page.wait_for_url(f"**/{name}/")

    def choose(self, name: str, value: str = "") -> None:
        """A choice or a tick, by its label, as one does with a finger."""
        found = self.page.locator(f"[name='{name}']" + (f"[value='{value}']" if value else ""))
        self.page.locator(f"label[for='{found.get_attribute('id')}']").first.click()
        assert found.is_checked(), (name, value)

    def write(self, **texts: str) -> None:
        for name, text in texts.items():
            self.page.fill(f"[name='{name}']", text)

    def pick(self, name: str, words: str) -> None:
        """The first choice of a list whose words hold these."""
        options = self.page.locator(f"[name='{name}'] option")
        found = next(one for one in options.all() if words in one.inner_text())
        self.page.select_option(f"[name='{name}']", found.get_attribute("value"))

    def save(self, button: str | Locator = SAVE) -> None:
        """The page must answer with another one: what was left unsaved tells why."""
        before = self.page.url
        found = self.page.locator(button) if isinstance(button, str) else button
        found.first.click()
        self.page.wait_for_load_state()
        said = self.page.locator("main .invalid-feedback:visible, main .alert-danger:visible")
        refused = [one.inner_text() for one in said.all()]
        assert self.page.url != before or not refused, f"{before} was not saved: {refused}"


@dataclass
class Life:
    """One client among the two workers: a social instructor on a phone, a social worker at a desk."""

    instructor: Walker
    social_worker: Walker
    walked: set[str] = field(default_factory=set)
    client: str = ""  # the address of the file
    path: str = ""  # the address of the path

    @property
    def of_the_client(self) -> list[str]:
        """Addresses that name the client, the path or anything of theirs."""
        return sorted(one for one in self.walked if re.search(r"/[0-9a-f-]{36}/", one))


def begin(browser: Browser, base: str) -> Life:
    walked: set[str] = set()
    instructor = Walker(sign_in(browser, base, "ohjaaja", width=390), walked)
    social_worker = Walker(sign_in(browser, base, "tyontekija"), walked)
    return Life(instructor, social_worker, walked)
