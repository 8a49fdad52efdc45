"""Sessions end, networks break, tabs are opened twice, browsers die: the text is somewhere, and nowhere twice."""

from contextlib import suppress
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Error, expect

from paku.saving.models import Draft
from pathways.models import Visit, VisitText
from tests.browser.desks import (
    Device,
    device,
    end_all_sessions,
    kill_the_browser_of,
    save,
    wait_for,
)
from tests.factories import PathFactory

TEXT = "Käytiin yhdessä katsomassa asuntoa. Ensi viikolla uudestaan."


@pytest.fixture
def path(live_server):
    return PathFactory(care__client__last_name="Kanarialintu")


@pytest.fixture
def here(browser, live_server):
    with device(browser, live_server.url) as found:
        yield found


@pytest.fixture
def elsewhere(browser, live_server):
    with device(browser, live_server.url) as found:
        yield found


@pytest.fixture
def worker(path):
    return path.care.own_worker


def a_sheet(page, path):
    page.goto(urljoin(page.url, f"/paths/{path.ref}/visits/new/"))
    return page


def type_into(page, text=TEXT, field="note"):
    page.fill(f"[name={field}]", "")
    page.type(f"[name={field}]", text)


def written(page, field="note"):
    return page.input_value(f"[name={field}]")


def notes():
    return list(VisitText.objects.order_by("pk").values_list("note", flat=True))


def test_what_is_typed_is_on_the_server_before_anything_is_pressed(here, elsewhere, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    type_into(page)
    wait_for(page, "saved")

    assert Draft.objects.get().fields["note"] == TEXT
    assert written(a_sheet(elsewhere.sign_in(worker), path)) == TEXT
    assert not Visit.objects.exists()


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


def test_two_tabs_with_one_sheet_make_one_visit_and_both_texts_stay_readable(here, path, worker):
    first = a_sheet(here.sign_in(worker), path)
    type_into(first, "Ensimmäinen välilehti")
    wait_for(first, "saved")
    second = here.page()
    second.goto(first.url)
    type_into(second, "Toinen välilehti")
    for page in (first, second):
        page.check("[name=kind][value=home]")
    save(first)
    first.wait_for_url("**/clients/**")
    save(second)
    second.wait_for_load_state()

    assert notes()[0] == "Ensimmäinen välilehti"
    assert (
        notes()[1:] == ["Toinen välilehti"]
        or "Toinen välilehti" in second.locator("main").inner_text()
    )


def test_two_empty_sheets_of_two_clients_never_mix(here, path, worker):
    other = PathFactory(care__own_worker=worker, care__team=path.care.team)
    first = a_sheet(here.sign_in(worker), path)
    second = here.page()
    second.goto(first.url.replace(str(path.ref), str(other.ref)))
    type_into(first, "Ensimmäisestä")
    type_into(second, "Toisesta")
    wait_for(first, "saved")
    wait_for(second, "saved")
    first.reload()
    second.reload()
    assert (written(first), written(second)) == ("Ensimmäisestä", "Toisesta")
    for page in (second, first):
        page.check("[name=kind][value=phone]")
        save(page)
        page.wait_for_url("**/clients/**")

    assert {text.visit.path: text.note for text in VisitText.objects.all()} == {
        path: "Ensimmäisestä",
        other: "Toisesta",
    }


def test_a_double_click_and_an_impatient_enter_make_one_visit(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    type_into(page)
    page.check("[name=kind][value=home]")
    page.evaluate(
        """() => { const form = document.querySelector("form[data-guard]");
        for (let n = 0; n < 5; n++) { form.querySelector("[type=submit]").click(); form.requestSubmit(); } }"""
    )
    page.wait_for_url("**/clients/**")

    assert notes() == [TEXT]


def test_going_back_and_sending_again_makes_no_second_visit(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    type_into(page)
    page.check("[name=kind][value=home]")
    save(page)
    page.wait_for_url("**/clients/**")
    page.go_back()
    page.wait_for_load_state()
    if written(page) == TEXT:
        page.check("[name=kind][value=home]")
        save(page)
        page.wait_for_load_state()

    assert notes() == [TEXT]


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


def test_an_error_keeps_everything_that_was_typed_and_chosen(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    typed = {"note": f"{TEXT}\n\n  toinen kappale", "client_words": "Joo.", "on": "32.1.2026", "minutes": "1e3",
             "travel_km": "kaukana", "step_what_1": "Soittaa"}  # fmt: skip
    for name, value in typed.items():
        page.fill(f"[name={name}]", value)
    page.check("[name=kind][value=errand]")
    page.check("[name=met][value=no]")
    page.uncheck("[name=present][value=client]")
    page.select_option("[name=step_doer_1]", "client")
    save(page)
    page.wait_for_selector(".is-invalid")

    assert {name: written(page, name) for name in typed} == typed
    assert page.is_checked("[name=kind][value=errand]")
    assert page.is_checked("[name=met][value=no]")
    assert not page.is_checked("[name=present][value=client]")
    assert page.input_value("[name=step_doer_1]") == "client"
    assert notes() == []


def test_a_browser_that_is_killed_leaves_the_text_for_the_next_sign_in(
    here, browser_type, browser_type_launch_args, live_server, path, worker, tmp_path
):
    profile = tmp_path / "profile"
    lost = Device(
        browser_type.launch_persistent_context(profile, **browser_type_launch_args), live_server.url
    )
    page = a_sheet(lost.sign_in(worker), path)
    type_into(page, "sana " * 200)
    page.wait_for_timeout(5000)
    kill_the_browser_of(profile)

    assert written(a_sheet(here.sign_in(worker), path)).split() == ["sana"] * 200


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
