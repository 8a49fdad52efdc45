"""axe finds nothing on any page, for any role, on a small phone, at double zoom and on a desk; dark and light."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from clients.models import Assignment
from network.models import Member, Step
from pathways.models import Pathway, Visit
from tests.browser.people import sign_in
from tests.browser.test_the_whole_story import a_path_of_the_pair
from tests.factories import today

ROLES = {
    "ohjaaja": (
        "/",
        "/clients/",
        "/clients/new/",
        "/network/",
        "/account/",
        "/account/second-factor/",
        "/account/second-factor/app/",
        "/account/second-factor/passkeys/",
        "/sign-in/again/",
        "/trail/mine/",
        "/break-glass/",
        "/guide/",
    ),
    "esihenkilo": (
        "/caseload/",
        "/set-up/rights/",
        "/clients/",
        "/stand-ins/",
        "/break-glass/reviews/",
    ),
    "tietosuoja": ("/trail/", "/break-glass/reviews/"),
    "paakayttaja": (
        "/set-up/",
        "/set-up/users/new/",
        "/set-up/teams/",
        "/set-up/teams/new/",
        "/set-up/rights/",
        "/network/",
    ),
    "opiskelija": ("/", "/clients/"),
    "naapuri": ("/", "/clients/"),
}


def pages_of_a_file() -> list[str]:
    """Everything that the own worker opens of one client."""
    path = a_path_of_the_pair()
    visit, step = (
        Visit.objects.filter(path=path).first(),
        Step.objects.open().filter(client=path.client).first(),
    )
    member = Member.objects.of(path.client).on(today()).filter(user=None).first()
    file, way = f"/clients/{path.client.ref}/", f"/paths/{path.ref}/"
    return [
        file,
        f"{file}own-words/",
        f"{file}basics/",
        f"{file}network/",
        f"{file}network/add/",
        *([f"{file}network/{member.ref}/", f"{file}network/{member.ref}/end/"] if member else []),
        f"{file}summary/",
        f"{file}steps/new/",
        way,
        f"{way}move/",
        f"{way}visits/new/",
        f"/visits/{visit.ref}/",
        f"/visits/{visit.ref}/correct/",
        *([f"/steps/{step.ref}/done/"] if step else []),
    ]


def pages_beside() -> list[str]:
    """What a near-worker opens: a client named to them, and their own visit."""
    named = Assignment.objects.filter(worker__username="jarjesto").first().care.client
    visit = Visit.objects.filter(worker__username="jarjesto").first()
    own = [f"/visits/{visit.ref}/", f"/visits/{visit.ref}/correct/"] if visit else []
    sheet = f"/paths/{Pathway.objects.newest_of(named).ref}/visits/new/"
    return ["/", "/clients/", f"/clients/{named.ref}/", sheet, *own]


@pytest.mark.parametrize(("width", "theme"), [(320, "dark"), (640, "light"), (1280, "light")])
def test_axe_is_silent_and_nothing_scrolls_sideways(world, browser, width, theme):
    found, wide = {}, {}
    for name, pages in {
        **ROLES,
        "tyontekija": pages_of_a_file(),
        "jarjesto": pages_beside(),
    }.items():
        person = sign_in(browser, world, name, width=width)
        person.page.emulate_media(color_scheme=theme)
        for address in pages:
            assert person.go(address) == 200, (name, address)
            violations = Axe().run(person.page).response["violations"]
            if violations:
                found[name, address] = [
                    (v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in violations
                ]
            extra = person.page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            if extra > 0:
                wide[name, address] = extra
        person.page.context.close()

    assert found == {}
    assert wide == {}


def test_the_sign_in_page_and_the_pages_that_say_no_are_accessible(world, browser):
    page = browser.new_context(viewport={"width": 390, "height": 800}).new_page()
    for address in ("/sign-in/", "/ei-ole/"):
        page.goto(world + address)
        assert Axe().run(page).response["violations"] == []
