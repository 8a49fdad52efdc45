"""Signed out, timed out or signed in anew in another tab: the text waits, and is nobody else's."""

from contextlib import suppress

from playwright.sync_api import Error, expect

from paku.saving.models import Draft
from tests.browser.desks import end_all_sessions, save, wait_for
from tests.browser.sheets import TEXT, a_sheet, drafted, notes, type_into, written
from tests.factories import worker as a_worker


def test_when_the_session_ends_the_page_says_so_and_the_text_is_there_on_another_device(
    here, elsewhere, path, worker
):
    page = a_sheet(here.sign_in(worker), path)
    type_into(page)
    wait_for(page, "saved")
    end_all_sessions()
    page.type("[name=note]", " Ja vielä tämä.")
    wait_for(page, "failed")

    assert written(page) == f"{TEXT} Ja vielä tämä."
    assert written(a_sheet(elsewhere.sign_in(worker), path)) == TEXT


def test_saving_after_the_session_ended_keeps_the_text_until_it_is_saved_once(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    type_into(page)
    page.check("[name=kind][value=home]")
    end_all_sessions()
    save(page)
    assert TEXT in page.locator("main").inner_text()
    page.click("main form button.btn-primary")
    assert TEXT in page.locator("main").inner_text()
    here.sign_in(worker)
    for _ in range(2):
        if "/visits/new/" in page.url and page.locator("main form button.btn-primary").count():
            page.click("main form button.btn-primary")
            page.wait_for_load_state()

    assert notes() == [TEXT]


def test_after_signing_out_the_back_button_shows_no_client(here, path, worker):
    page = here.sign_in(worker)
    for address in (f"/clients/{path.client.ref}/", f"/paths/{path.ref}/", "/clients/"):
        page.goto(here.base + address)
        assert "Kanarialintu" in page.content()
    page.evaluate("document.querySelector('form[action$=\"/sign-out/\"]').requestSubmit()")
    page.wait_for_url("**/sign-in/**")

    for offline in (False, True):
        here.context.set_offline(offline)
        for _ in range(4):
            with suppress(Error):  # no page at all is as good
                page.go_back(wait_until="load", timeout=5000)
            expect(page.locator("body")).not_to_contain_text("Kanarialintu")
    here.context.set_offline(False)
    page.goto(f"{here.base}/sign-in/")
    assert "Kanarialintu" not in page.evaluate("JSON.stringify([localStorage, sessionStorage])")


def test_after_a_new_sign_in_in_another_tab_drafts_are_kept_again_and_saving_needs_no_detour(
    here, path, worker
):
    page = a_sheet(here.sign_in(worker), path)
    type_into(page)
    end_all_sessions()
    wait_for(page, "failed")
    here.sign_in(worker)
    wait_for(page, "saved")
    assert drafted() == {TEXT}

    page.check("[name=kind][value=home]")
    save(page)
    page.wait_for_url("**/clients/**")
    assert notes() == [TEXT]


def test_the_text_never_becomes_a_draft_of_who_signs_in_next(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    type_into(page)
    wait_for(page, "saved")
    end_all_sessions()
    here.sign_in(a_worker(name="Joku Muu", team=path.care.team))
    page.type("[name=note]", " Ja vielä tämä.")
    wait_for(page, "failed")

    assert written(page) == f"{TEXT} Ja vielä tämä."
    assert [draft.author for draft in Draft.objects.all()] == [worker]
    assert drafted() == {TEXT}
