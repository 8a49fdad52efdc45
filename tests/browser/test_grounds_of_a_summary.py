"""A worker chooses a ground of its own for a section, on a phone: only what is ticked is asked about."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from network.models import Disclosure
from tests.factories import ConsentFactory, MemberFactory, OwnWordsFactory, StepFactory, today

WORDS = "Haluaisin vielä joskus hoitaa hevosia."


@pytest.fixture(autouse=True)
def demo(settings):
    """Without a second factor."""
    settings.DEMO = True


@pytest.fixture
def sheet(here, path, worker):
    """The own worker's, about somebody who lets a partner hear their own words."""
    OwnWordsFactory(client=path.client, text=WORDS)
    StepFactory(client=path.client)
    partner = MemberFactory(client=path.client, name="Ville Velkaneuvoja")
    ConsentFactory(member=partner, topics=["own_words"], given_on=today() - timedelta(days=9))
    page = here.sign_in(worker)
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{here.base}/clients/{path.client.ref}/summary/")
    return page


def own(page, section):
    return page.locator(f"[name=ground_{section}]")


def test_it_is_chosen_looked_at_and_given(here, path, sheet):
    for box in sheet.locator("[name=sections]").all():
        box.set_checked(box.get_attribute("value") in ("own_words", "steps"))
    sheet.select_option("[name=recipient]", index=1)
    sheet.fill("[name=purpose]", "Verkostotapaaminen")
    sheet.check("[name=ground][value=shl_41]")
    expect(own(sheet, "steps")).not_to_be_visible()

    sheet.click("details.more:has([name^=ground_]) > summary")
    expect(own(sheet, "steps")).to_be_visible()
    expect(own(sheet, "path")).not_to_be_visible()
    sheet.check("[name=sections][value=path]")
    expect(own(sheet, "path")).to_be_visible()
    sheet.uncheck("[name=sections][value=path]")
    expect(own(sheet, "path")).not_to_be_visible()
    assert Axe().run(sheet).response["violations"] == []

    own(sheet, "own_words").select_option("consent")
    sheet.click("button[name=preview]")
    expect(sheet.locator("#give-title")).to_be_visible()
    assert WORDS in sheet.locator("section template, section > div").first.evaluate(
        "part => part.shadowRoot.textContent"
    )
    with sheet.expect_download():
        sheet.click("section:has(#give-title) button[type=submit]")

    given = Disclosure.objects.get()
    assert [(one.topic, one.ground) for one in given.by_topic] == [
        ("own_words", "consent"),
        ("steps", "shl_41"),
    ]
    assert here.complaints == []
