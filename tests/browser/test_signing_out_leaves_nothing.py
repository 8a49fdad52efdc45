"""After signing out nothing of a client comes back: by the back button, without a network, or for who comes next."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from playwright.sync_api import Error, Page, expect

from paku.access.models import Sitting
from tests.browser.desks import device
from tests.browser.sheets import TEXT, a_sheet, drafted, type_into
from tests.factories import worker as a_worker

NAME = "Kanarialintu"


@pytest.fixture
def remembering(browser_type, browser_type_launch_args, live_server):
    """A device that keeps pages in memory for its back button, as people's browsers do; the tests' own does not."""
    keeping = {**browser_type_launch_args, "ignore_default_args": ["--disable-back-forward-cache"]}
    own = browser_type.launch(**keeping)
    with device(own, live_server.url) as found:
        yield found
    own.close()


@pytest.fixture(params=["here", "remembering"])
def at(request):
    return request.getfixturevalue(request.param)


def walk(page: Page, base: str, path) -> None:
    for address in (f"/clients/{path.client.ref}/", f"/paths/{path.ref}/", "/clients/"):
        page.goto(base + address)
        assert NAME in page.content()


def press_sign_out(page: Page) -> None:
    page.click(".account > summary")
    page.click("[data-sign-out] button")


def watch(page: Page) -> None:
    """Each document tells at once when the name stands in it, even if it is gone a moment later."""
    page.context.expose_function("sawTheName", lambda: page.seen.append(1))
    page.seen = []
    page.context.add_init_script(
        "const look = () => document.documentElement?.textContent.includes('"
        + NAME
        + "') && window.sawTheName();"
        "addEventListener('pageshow', () => setTimeout(look)); addEventListener('DOMContentLoaded', look);"
    )


def goes_back(page: Page, times: int = 3) -> None:
    for _ in range(times):
        with suppress(Error):  # no page at all is as good
            page.go_back(wait_until="load", timeout=2500)
        time.sleep(0.2)
        with suppress(Error):
            assert NAME not in page.content()


@pytest.mark.parametrize("offline", [False, True])
def test_back_three_times_shows_no_client(at, path, worker, offline):
    page = at.sign_in(worker)
    walk(page, at.base, path)
    press_sign_out(page)
    page.wait_for_url("**/sign-in/")
    watch(page)
    at.context.set_offline(offline)

    goes_back(page)

    assert page.seen == []


def test_nor_does_it_show_one_to_who_signs_in_next_on_the_same_browser(at, path, worker):
    page = at.sign_in(worker)
    walk(page, at.base, path)
    press_sign_out(page)
    page.wait_for_url("**/sign-in/")
    watch(page)
    second = at.sign_in(a_worker())
    assert second.goto(f"{at.base}/clients/{path.client.ref}/").status == 404

    goes_back(page)
    goes_back(second, times=2)

    assert page.seen == []
    assert NAME not in second.content()


def test_signing_out_without_a_network_empties_the_page_and_is_done_when_it_returns(
    here, path, worker
):
    page = here.sign_in(worker)
    walk(page, here.base, path)
    here.context.set_offline(True)

    press_sign_out(page)

    expect(page.locator("main > [role=status]")).not_to_be_empty()
    assert NAME not in page.content()
    assert Sitting.objects.filter(user=worker).exists()
    here.context.set_offline(False)
    page.wait_for_url("**/sign-in/", timeout=20_000)
    assert page.goto(f"{here.base}/clients/{path.client.ref}/").url.startswith(
        f"{here.base}/sign-in/"
    )


def test_what_was_typed_without_a_network_is_a_draft_before_the_session_ends(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    here.context.set_offline(True)
    type_into(page)

    press_sign_out(page)

    expect(page.locator("main > [role=status]")).not_to_be_empty()
    assert drafted() == set()
    here.context.set_offline(False)
    page.wait_for_url("**/sign-in/", timeout=20_000)
    assert drafted() == {TEXT}


def test_a_letter_typed_just_before_signing_out_is_in_the_draft(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    type_into(page)

    press_sign_out(page)

    page.wait_for_url("**/sign-in/", timeout=20_000)
    assert drafted() == {TEXT}


def test_a_whole_session_leaves_the_browsers_storages_empty(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    type_into(page)
    page.click(".account > summary")
    page.click("[data-theme-choice=dark]")
    walk(page, here.base, path)
    press_sign_out(page)
    page.wait_for_url("**/sign-in/")

    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 0
    assert page.evaluate("caches.keys().then((all) => all.length)") == 0
    assert {cookie["name"] for cookie in here.context.cookies()} <= {
        "paku",
        "paku-theme",
        "paku-device",
    }


def test_a_page_out_of_the_browsers_memory_is_empty_before_it_is_asked_again(here, path, worker):
    """Not every browser forgets such a page when the session ends, so it is told as the browser would tell it."""
    page = here.sign_in(worker)
    walk(page, here.base, path)

    left = page.evaluate(
        "() => { dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));"
        " return document.documentElement.textContent }"
    )

    assert NAME not in left
    page.wait_for_load_state()
    expect(page.locator("h1")).to_be_visible()
