"""The menu in the corner, by keyboard; and light or dark, chosen once."""

import pytest


@pytest.fixture
def page(here, worker):
    return here.sign_in(worker)


def is_open(page):
    return page.locator("details.account").evaluate("menu => menu.open")


def test_escape_closes_the_menu_and_gives_the_focus_back(page):
    page.press(".account > summary", "Enter")
    page.keyboard.press("Tab")
    assert is_open(page)
    page.keyboard.press("Escape")

    assert not is_open(page)
    assert page.evaluate("document.activeElement.matches('.account > summary')")


def test_the_menu_never_covers_what_has_the_focus(page):
    page.press(".account > summary", "Enter")
    assert is_open(page)
    while page.evaluate("document.activeElement.closest('details.account') !== null"):
        page.keyboard.press("Tab")

    assert not is_open(page)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_chosen_theme_is_there_on_the_next_page_until_the_device_decides_again(page, theme):
    page.click(".account > summary")
    page.click(f"[data-theme-choice={theme}]")
    page.reload()
    assert page.locator("html").get_attribute("data-theme") == theme

    page.click(".account > summary")
    assert page.locator("[aria-pressed=true]").get_attribute("data-theme-choice") == theme
    page.click("[data-theme-choice=auto]")
    page.reload()
    assert page.locator("html").get_attribute("data-theme") is None
