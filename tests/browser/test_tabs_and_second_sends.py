"""Two tabs, two clients, two clicks, back and again: nothing is mixed, nothing is there twice."""

from pathways.models import VisitText
from tests.browser.desks import save, wait_for
from tests.browser.sheets import TEXT, a_sheet, drafted, notes, type_into, written
from tests.factories import PathFactory


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


def test_two_tabs_with_one_sheet_that_are_both_typed_into_never_lay_one_draft_over_the_other(
    here, path, worker
):
    first = a_sheet(here.sign_in(worker), path)
    type_into(first, "Ensimmäinen")
    wait_for(first, "saved")
    second = here.page()
    second.goto(first.url)
    with second.expect_response("**/drafts/"):
        type_into(second, "Toinen")
    with first.expect_response("**/drafts/"):
        first.type("[name=note]", " jatkuu")

    assert drafted() == {"Ensimmäinen jatkuu", "Toinen"}


def test_a_draft_that_comes_after_the_visit_gives_the_sheet_no_second_number(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    held = []
    page.route("**/drafts/", lambda route: held.append(route))  # noqa: PLW0108 — playwright cannot take a builtin
    page.route(
        "**/visits/new/",
        lambda route: (route.fetch(max_redirects=0), route.fulfill(status=204)),
    )
    type_into(page)
    page.check("[name=kind][value=home]")
    save(page)
    page.wait_for_function("document.querySelector('form [aria-disabled]')")
    page.wait_for_timeout(1000)
    number = page.input_value("[name=submission_id]")
    assert notes() == [TEXT]
    assert held

    with page.expect_response("**/drafts/") as answer:
        held[0].continue_()
    assert answer.value.status == 409
    page.wait_for_timeout(500)
    assert page.input_value("[name=submission_id]") == number
