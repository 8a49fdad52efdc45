"""A path is ended on its ground and taken back by return ticket, with a real browser's guard round the texts."""

from __future__ import annotations

from network.models import Step
from pathways.models import PathEnd, Pathway
from tests.browser.people import a_path_of_the_pair, sign_in


def test_a_path_ends_with_every_step_decided_of_and_goes_on_by_ticket(world, browser):
    path = a_path_of_the_pair()
    person = sign_in(browser, world, "tyontekija")
    page = person.page

    person.go(f"/paths/{path.ref}/end/")
    page.check("[name=ground][value=moved]")
    page.fill("[name=how_it_ended]", "Muutti tyttären luo, ääkköset mukana.")
    for step in Step.objects.open().filter(client=path.client):
        page.select_option(f"[name=step_{step.ref}]", "dropped")
    page.click("main form button[type=submit]")
    page.wait_for_url("**saved=end")
    page.click(f"a[href='/paths/{path.ref}/return/']")
    page.click("main form button[type=submit]")
    page.wait_for_url("**saved=return")
    page.context.close()

    assert PathEnd.objects.get(path=path).words == "Muutti tyttären luo, ääkköset mukana."
    assert not Step.objects.open().filter(client=path.client).exists()
    assert Pathway.objects.get(follows=path).is_open
