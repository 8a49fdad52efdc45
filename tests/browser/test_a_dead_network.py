"""Without a network the text stays on the page, and goes on its way when there is one."""

import pytest

from paku.saving.models import Draft
from tests.browser.desks import save, wait_for
from tests.browser.sheets import TEXT, a_sheet, drafted, notes, type_into, written


def test_without_a_network_the_page_says_so_and_sends_when_it_returns(
    here, elsewhere, path, worker
):
    page = a_sheet(here.sign_in(worker), path)
    here.context.set_offline(True)
    type_into(page)
    wait_for(page, "offline")
    assert not Draft.objects.exists()
    here.context.set_offline(False)
    wait_for(page, "saved")

    assert written(a_sheet(elsewhere.sign_in(worker), path)) == TEXT


def test_saving_without_a_network_loses_nothing(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    type_into(page)
    page.check("[name=kind][value=home]")
    wait_for(page, "saved")
    here.context.set_offline(True)
    save(page)
    page.wait_for_timeout(500)
    here.context.set_offline(False)
    back = here.page()
    back.goto(f"{here.base}/paths/{path.ref}/visits/new/")

    assert written(back) == TEXT
    assert notes() == []
    save(back)
    back.wait_for_url("**/clients/**")
    assert notes() == [TEXT]


def test_save_on_a_dead_network_does_not_leave_the_page_with_a_text_that_only_it_has(
    here, path, worker
):
    page = a_sheet(here.sign_in(worker), path)
    page.check("[name=kind][value=home]")
    here.context.set_offline(True)
    type_into(page)
    page.press("[name=minutes]", "Enter")
    wait_for(page, "offline")
    assert written(page) == TEXT

    here.context.set_offline(False)
    wait_for(page, "saved")
    assert drafted() == {TEXT}
    save(page)
    page.wait_for_url("**/clients/**")
    assert notes() == [TEXT]


@pytest.mark.parametrize("is_offline", [True, False])
def test_leaving_with_a_text_that_only_the_page_has_asks_first(here, path, worker, is_offline):
    page = a_sheet(here.sign_in(worker), path)
    here.context.set_offline(is_offline)
    type_into(page)
    wait_for(page, "offline" if is_offline else "saved")
    here.complaints.clear()
    page.evaluate("document.querySelector('.brand').click()")
    page.wait_for_timeout(1000)

    assert bool(here.complaints) is is_offline
    assert ("/visits/new/" in page.url) is is_offline


def test_an_old_text_that_arrives_late_is_overwritten_by_the_new_one(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    held = []
    page.route("**/drafts/", lambda route: held.append(route) if not held else route.continue_())
    type_into(page, "vanha")
    page.press("[name=note]", "Tab")
    page.wait_for_timeout(200)
    type_into(page, "uusi")
    page.wait_for_timeout(2000)
    held[0].continue_()
    wait_for(page, "saved")
    page.wait_for_timeout(2000)

    assert drafted() == {"uusi"}
