"""What is typed is on the server before anything is pressed, and comes back on whatever device."""

from datetime import timedelta

from django.utils import timezone

from paku.saving.models import Draft
from pathways.models import Visit
from tests.browser.desks import Device, kill_the_browser_of, save, wait_for
from tests.browser.sheets import TEXT, a_sheet, drafted, notes, type_into, written


def test_what_is_typed_is_on_the_server_before_anything_is_pressed(here, elsewhere, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    type_into(page)
    wait_for(page, "saved")

    assert Draft.objects.get().fields["note"] == TEXT
    assert written(a_sheet(elsewhere.sign_in(worker), path)) == TEXT
    assert not Visit.objects.exists()


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


def test_who_never_stops_typing_is_kept_all_the_same(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    page.clock.install()
    page.clock.pause_at(timezone.now() + timedelta(minutes=1))
    with page.expect_response("**/drafts/", timeout=5000) as answer:
        for _ in range(12):
            page.type("[name=note]", "a")
            page.clock.run_for(1000)

    assert answer.value.status == 204
    assert len(*drafted()) > 5


def test_what_came_back_with_an_error_is_a_draft_though_nobody_touches_it(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    page.route("**/drafts/", lambda route: route.abort())
    page.evaluate("text => { document.querySelector('[name=note]').value = text }", TEXT)
    page.fill("[name=on]", "32.1.2026")
    page.unroute("**/drafts/")
    page.evaluate("document.querySelector('form[data-guard]').submit()")
    page.wait_for_selector(".is-invalid")
    wait_for(page, "saved")

    assert drafted() == {TEXT}


def test_the_line_under_the_form_is_quiet_while_drafts_are_kept_quickly(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    page.clock.install()
    page.evaluate(
        """() => { window.told = []; const note = document.querySelector("[data-draft-note]");
        new MutationObserver(() => told.push(note.dataset.state)).observe(note, {attributes: true}); }"""
    )
    for text in ("yksi", "kaksi", "kolme"):
        with page.expect_response("**/drafts/"):
            page.type("[name=note]", text)
            page.clock.run_for(1500)
        page.wait_for_function("told.length")

    assert set(page.evaluate("told")) == {"saved"}
