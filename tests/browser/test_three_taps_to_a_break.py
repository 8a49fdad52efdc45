"""A break is marked in three taps on a phone, from each page of the client; and is over in two."""

import pytest

from pathways.models import PathBreak
from tests.browser.people import a_path_of_the_pair, sign_in
from tests.factories import PathBreakFactory, today


@pytest.mark.parametrize("page_of", ["client", "path", "visit"])
def test_three_taps_mark_a_break(world, browser, page_of):
    path = a_path_of_the_pair()
    addresses = {
        "client": f"/clients/{path.client.ref}/",
        "path": f"/paths/{path.ref}/",
        "visit": f"/paths/{path.ref}/visits/new/",
    }
    before = set(PathBreak.objects.values_list("pk", flat=True))
    page = sign_in(browser, world, "ohjaaja", width=390).page
    page.goto(world + addresses[page_of])

    page.click(f"main a[href^='/paths/{path.ref}/breaks/new/']")
    page.click("label[for]:has-text('ei vastausta ilmoitukseen')")
    page.click("main form button[type=submit]")

    page.wait_for_url(f"**{addresses[page_of]}?saved=break")
    marked = PathBreak.objects.exclude(pk__in=before).get()
    assert (marked.kind.code, marked.path_id, marked.since) == ("no_answer", path.pk, today())
    assert (marked.village_id, marked.municipality_id) == (
        path.client.village_id,
        path.client.municipality_id,
    )


def test_a_break_is_over_in_two_taps(world, browser):
    path = a_path_of_the_pair()
    lasting = PathBreakFactory(path=path)
    page = sign_in(browser, world, "ohjaaja", width=390).page
    page.goto(f"{world}/clients/{path.client.ref}/")

    page.click(f"main a[href^='/breaks/{lasting.ref}/over/']")
    page.click("main form button[type=submit]")

    page.wait_for_url(f"**/clients/{path.client.ref}/?saved=over")
    lasting.refresh_from_db()
    assert lasting.until == today()


def test_what_was_typed_on_the_visit_is_there_after_a_break_was_marked(world, browser):
    path = a_path_of_the_pair()
    page = sign_in(browser, world, "ohjaaja", width=390).page
    page.goto(f"{world}/paths/{path.ref}/visits/new/")
    page.fill("[name=note]", "Puhuttiin jonosta ja")
    page.locator(".draft-note[data-state=saved]").wait_for()

    page.click(f"main a[href^='/paths/{path.ref}/breaks/new/']")
    page.click("label[for]:text-is('jono')")
    page.click("main form button[type=submit]")

    page.wait_for_url("**/visits/new/?saved=break")
    assert page.input_value("[name=note]") == "Puhuttiin jonosta ja"
