"""While one writes: a kinder offer under the field, taken by a press; the text is otherwise left alone."""

from pathways.models import VisitText
from tests.browser.desks import save
from tests.browser.sheets import a_sheet, type_into

OFFERS = "[data-looked-at] p"


def test_an_offer_comes_while_one_writes_and_is_taken_by_a_press(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    type_into(page, "Hän on ei motivoitunut. PTA kesken.")
    page.wait_for_selector(OFFERS)
    assert page.locator(OFFERS).count() == 2
    assert "ei vielä" in page.locator(OFFERS).first.inner_text()

    page.locator(f"{OFFERS} button").first.click()
    page.locator(OFFERS).nth(1).wait_for(state="detached")
    assert page.locator(OFFERS).count() == 1
    assert page.input_value("[name=note]") == "Hän on ei vielä. PTA kesken."

    page.check("[name=kind][value=home]")
    save(page)
    page.wait_for_url("**?saved=visit")
    assert VisitText.objects.get().note == "Hän on ei vielä. PTA kesken."


def test_the_persons_own_words_bring_no_offer(here, path, worker):
    page = a_sheet(here.sign_in(worker), path)
    page.fill("[name=client_words]", "Olen ei motivoitunut ja PTA.")
    type_into(page, "Juotiin kahvit.")
    page.wait_for_timeout(1000)

    assert page.locator(OFFERS).count() == 0
