"""axe finds nothing on any page, for any role, on a small phone in the dark and on a desk in the light; nowhere, and
at double zoom neither, does a page scroll sideways.

On the same walk the browser itself watches that nothing but our own scripts runs.
"""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.pages_of_roles import ACCOUNTS, pages_of
from tests.browser.people import sign_in

SETTINGS = ((320, "dark"), (1280, "light"))
DOUBLE_ZOOM = (640, "light")


def set_up(page: Page, width: int, theme: str) -> None:
    """Without motion: a colour that is half way from one theme to the other is nobody's colour."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds on the page as it stands; its source is in the page already."""
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    return [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in found]


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    extra: int = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return max(extra, 0)


@pytest.mark.parametrize("name", ACCOUNTS)
def test_axe_is_silent_nothing_scrolls_sideways_and_no_page_breaks_the_content_policy(
    world, browser, told, name
):
    pages = pages_of(name)
    person, found = sign_in(browser, world, name), {}
    page = person.page
    for address in pages:
        set_up(page, *SETTINGS[0])
        assert person.go(address) == 200, address
        page.evaluate(AXE_SCRIPT)
        for width, theme in SETTINGS:
            set_up(page, width, theme)
            found[address, width] = (violations(page), sideways(page))
        set_up(page, *DOUBLE_ZOOM)
        found[address, DOUBLE_ZOOM] = ([], sideways(page))
    page.wait_for_load_state("networkidle")
    page.context.close()

    assert len(found) == (len(SETTINGS) + 1) * len(pages) > 0
    assert {where: said for where, said in found.items() if said != ([], 0)} == {}
    assert (page.complaints, told()) == ([], [])


def test_the_sign_in_page_and_the_pages_that_say_no_are_accessible(world, browser):
    page = browser.new_context(viewport={"width": 390, "height": 800}).new_page()
    for address in ("/sign-in/", "/ei-ole/"):
        page.goto(world + address)
        page.evaluate(AXE_SCRIPT)
        assert violations(page) == []
