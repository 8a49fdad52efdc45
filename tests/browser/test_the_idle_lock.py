"""A desk left alone hides the page by itself; the text is there when its writer comes back."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db.models import F
from playwright.sync_api import expect

from paku.access.models import Sitting
from tests.browser.desks import end_all_sessions, save
from tests.browser.sheets import TEXT, a_sheet, notes, type_into, written
from tests.factories import PASSWORD
from tests.factories import worker as a_worker


@pytest.fixture(autouse=True)
def demo(settings):
    """Without a second factor."""
    settings.DEMO = True


def leave_alone(page, minutes=20):
    """The page's own limit is short; the server's clock is moved."""
    page.evaluate("document.body.dataset.idleLock = '1'")
    expect(page.locator("dialog[data-lock]")).to_be_visible(timeout=15_000)
    Sitting.objects.update(seen_at=F("seen_at") - timedelta(minutes=minutes))
    page.evaluate("document.body.dataset.idleLock = '900'")


def unlock(page, password=PASSWORD):
    page.fill("#lock-password", password)
    page.press("#lock-password", "Enter")


def test_nothing_of_the_page_is_seen_and_the_password_brings_it_back_with_the_text(
    here, path, worker
):
    page = a_sheet(here.sign_in(worker), path)
    type_into(page)
    leave_alone(page)
    expect(page.locator("main")).not_to_be_visible()
    expect(page.locator("[name=note]")).not_to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[data-lock]")).to_be_visible()

    unlock(page, "wrong")
    expect(page.locator("[data-lock-said]")).not_to_be_empty()
    unlock(page)
    expect(page.locator("dialog[data-lock]")).not_to_be_visible()

    assert written(page) == TEXT
    page.check("[name=kind][value=home]")
    save(page)
    page.wait_for_url("**/clients/**")
    assert notes() == [TEXT]


def test_after_the_session_has_ended_a_sign_in_in_another_tab_opens_the_page(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    type_into(page)
    leave_alone(page)
    end_all_sessions()
    unlock(page)
    expect(page.locator("[data-lock-over]")).to_be_visible()

    here.sign_in(worker)

    expect(page.locator("dialog[data-lock]")).not_to_be_visible()
    assert written(page) == TEXT


def test_somebody_elses_sign_in_does_not_open_it(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    leave_alone(page)
    end_all_sessions()
    here.sign_in(a_worker(name="Joku Muu", team=path.care.team))

    expect(page.locator("dialog[data-lock]")).to_be_visible()
    expect(page.locator("main")).not_to_be_visible()


def test_what_the_page_does_not_know_the_server_does(here, path, worker):
    """The script is not trusted: a page that did not lock itself gets nothing more."""
    page = a_sheet(here.sign_in(worker), path)
    type_into(page)
    page.check("[name=kind][value=home]")
    Sitting.objects.update(seen_at=F("seen_at") - timedelta(minutes=20))
    save(page)

    assert TEXT in page.locator("main").inner_text()
    assert notes() == []
    opened = here.page()
    opened.goto(f"{here.base}/locked/")
    opened.fill("main [name=password]", PASSWORD)
    opened.press("main [name=password]", "Enter")
    opened.wait_for_url(lambda url: "/locked/" not in url)
    page.click("main form button.btn-primary")
    page.wait_for_load_state()
    assert notes() == [TEXT]


def test_the_locked_screen_is_accessible(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    leave_alone(page)
    assert Axe().run(page).response["violations"] == []

    unlock(page, "wrong")
    expect(page.locator("[data-lock-said]")).not_to_be_empty()
    assert Axe().run(page).response["violations"] == []
    end_all_sessions()
    unlock(page)
    expect(page.locator("[data-lock-over]")).to_be_visible()
    assert Axe().run(page).response["violations"] == []


def test_typing_keeps_it_open_and_the_server_knows(here, path, worker, soon):
    page = a_sheet(here.sign_in(worker), path)
    Sitting.objects.update(seen_at=F("seen_at") - timedelta(minutes=10))
    page.evaluate("document.body.dataset.idleLock = '4'")
    page.type("[name=note]", "a" * 60, delay=100)

    expect(page.locator("dialog[data-lock]")).not_to_be_visible()
    ten_minutes = timedelta(minutes=10)
    assert soon(
        lambda: Sitting.objects.with_idle().of(worker).filter(idle__lt=ten_minutes).exists()
    )
