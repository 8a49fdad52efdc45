"""The pages of a room of the file: one line on a phone that opens by finger and by key, a row on a wide screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe

LINE, PAGES = "nav.file-pages summary", "nav.file-pages a"
SMALLEST = 24  # CSS pixels, WCAG 2.2, 2.5.8


def members(here, path, width):
    page = here.sign_in(path.care.own_worker)
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{here.base}/clients/{path.client.ref}/network/")
    return page


def goes_over(page):
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")  # fmt: skip


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_it_is_one_line_with_the_page_one_is_on(here, path, width):
    page = members(here, path, width)

    here_is = page.locator(f"{PAGES}[aria-current]").text_content().strip()
    line = page.locator(LINE)
    assert here_is
    assert here_is in line.inner_text()
    assert line.bounding_box()["height"] < 2 * 44
    assert not page.locator(PAGES).first.is_visible()
    assert not goes_over(page)


def test_by_key_it_opens_and_every_page_is_seen_when_it_has_the_focus(here, path):
    page = members(here, path, 320)
    page.focus(LINE)
    page.keyboard.press("Enter")

    found = page.locator(PAGES)
    assert found.count() > 3
    for one in found.all():
        page.keyboard.press("Tab")
        box = one.bounding_box()
        assert one.evaluate("(at) => at === document.activeElement")
        assert min(box["width"], box["height"]) >= SMALLEST
        assert box["x"] >= 0 <= box["y"]
        assert (box["x"] + box["width"] <= 320, box["y"] + box["height"] <= 700) == (True, True)
    assert not goes_over(page)
    assert Axe().run(page).response["violations"] == []


def test_on_a_wide_screen_all_stand_in_a_row_and_nothing_folds(here, path):
    page = members(here, path, 1280)

    assert not page.locator(LINE).is_visible()
    assert all(one.is_visible() for one in page.locator(PAGES).all())
    page.locator(PAGES).nth(1).click()
    page.wait_for_url("**/network/map/")
    assert Axe().run(page).response["violations"] == []
