"""A table that scrolls sideways on a narrow desk is reached by keyboard and has a name; one that fits is no stop."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from paku.access.roles import Role
from tests.factories import worker as a_worker

PLACES = ".table-wrap"
LONG = "Palveluohjausjohtajantyöparinsijainen" * 2


@pytest.fixture(autouse=True)
def demo(settings):
    """Without a second factor."""
    settings.DEMO = True


def told(page):
    return page.locator(PLACES).first.evaluate(
        "(at) => [at.scrollWidth > at.clientWidth, at.getAttribute('role'), at.tabIndex, at.getAttribute('aria-label')]"
    )


def set_up(here, width):
    page = here.sign_in(a_worker(Role.MAIN_USER))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{here.base}/set-up/")
    page.locator(f"{PLACES} td").first.evaluate("(at, word) => { at.textContent = word }", LONG * 3)
    return page


@pytest.mark.parametrize("width", [768, 900, 1000])
def test_one_that_is_wider_than_its_place_is_a_named_stop(here, path, width):
    page = set_up(here, width)
    page.locator(PLACES).first.evaluate(
        "(at) => { at.querySelector('table').style.width = '90rem' }"
    )
    page.wait_for_selector(f"{PLACES}[tabindex='0']")

    scrolls, role, stop, name = told(page)

    assert (scrolls, role, stop) == (True, "region", 0)
    assert name
    assert Axe().run(page).response["violations"] == []


def test_it_is_no_stop_any_more_when_it_fits_again(here, path):
    page = set_up(here, 900)
    table = page.locator(f"{PLACES} table").first
    table.evaluate("(at) => { at.style.width = '90rem' }")
    page.wait_for_selector(f"{PLACES}[tabindex='0']")

    table.evaluate("(at) => { at.style.width = ''; at.querySelector('td').textContent = 'a' }")

    page.wait_for_selector(f"{PLACES}:not([tabindex])")
    assert told(page)[:2] == [False, None]
