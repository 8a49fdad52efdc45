"""axe finds nothing on any page, for any role, on a small phone, at double zoom and on a desk; dark and light.

On the same walk the browser itself watches that nothing but our own scripts runs.
"""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from clients.models import Assignment, Client, SubjectRequest
from network.models import Consent, Member, Step
from pathways.models import (
    ClockRun,
    OutreachContact,
    OutreachEntry,
    Pathway,
    RetentionRun,
    SituationReport,
    Visit,
)
from tests.browser.pages_of_plans import pages_of_documents, pages_of_goals, pages_of_merging
from tests.browser.people import sign_in
from tests.browser.test_the_whole_story import a_path_of_the_pair
from tests.factories import (
    CheckInFactory,
    HandoverFactory,
    PathBreakFactory,
    SubstituteFactory,
    TakeoverFactory,
    TaperingPlanFactory,
    today,
)

ROLES = {
    "ohjaaja": (
        "/",
        "/clients/",
        "/clients/new/",
        "/outreach/",
        "/outreach/?show=diary",
        "/outreach/new/",
        "/outreach/contacts/new/",
        "/network/",
        "/account/",
        "/account/second-factor/",
        "/account/second-factor/app/",
        "/account/second-factor/passkeys/",
        "/sign-in/again/",
        "/trail/mine/",
        "/break-glass/",
        "/guide/",
        "/handovers/",
        "/substitutes/",
        "/area/",
        "/area/breaks/new/",
        "/area/worked/new/",
    ),
    "esihenkilo": (
        "/caseload/",
        "/caseload/drafts/",
        "/caseload/categories/",
        "/handovers/",
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
        "/set-up/lists/",
        "/set-up/lists/words/",
        "/set-up/lists/words/new/",
        "/set-up/clocks/",
        "/set-up/clocks/talk/",
        "/set-up/lists/visits/video/end/",
        "/clocks/",
        "/network/",
    ),
    "opiskelija": ("/", "/clients/"),
    "naapuri": ("/", "/clients/"),
}


def pages_of_a_consent(client: Client) -> list[str]:
    consent = Consent.objects.of(client).newest().filter(withdrawn_on=None).first()
    way = f"/clients/{client.ref}/consents/{consent.ref if consent else ''}/"
    return [f"{way}change/", f"{way}withdraw/"] if consent else []


def calls_and_looks() -> list[str]:
    """Of another client of the same worker: a look at lighter support, and a call after it."""
    care = a_path_of_the_pair().care
    plan = TaperingPlanFactory(path__care__own_worker=care.own_worker, path__care__team=care.team)
    call = CheckInFactory(path__care__own_worker=care.own_worker, path__care__team=care.team)
    return [f"/paths/{plan.path.ref}/tapering/look/", f"/check-ins/{call.ref}/"]


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
        f"{file}own-words/meaning/",
        f"{file}alerts/",
        f"{file}alerts/new/",
        f"{file}picture/",
        f"{file}basics/",
        f"{file}identity-code/",
        f"{file}identity-code/edit/",
        f"{file}representatives/",
        f"{file}representatives/new/",
        f"{file}coping/",
        f"{file}coping/mobility/",
        f"{file}coping/services/",
        f"{file}network/",
        f"{file}network/add/",
        *([f"{file}network/{member.ref}/", f"{file}network/{member.ref}/end/"] if member else []),
        f"{file}consents/",
        f"{file}consents/give/",
        *pages_of_a_consent(path.client),
        f"{file}summary/",
        f"{file}whole-file/",
        f"{file}own-worker/",
        f"{file}own-worker/substitutes/new/",
        f"{file}own-worker/substitutes/{SubstituteFactory(care=path.care).ref}/",
        f"{file}card/",
        f"{file}handover/",
        f"/handovers/{HandoverFactory(care=path.care).ref}/",
        f"{file}steps/new/",
        way,
        f"{way}move/",
        f"{way}back/",
        f"{way}tapering/",
        f"{way}tapering/new/",
        f"{way}exit/",
        f"{way}exit/move/",
        *calls_and_looks(),
        f"{way}end/",
        f"{way}return/",
        f"{way}next/",
        f"{way}visits/new/",
        f"{way}breaks/new/",
        f"{way}clocks/new/",
        f"{way}clocks/assessed/",
        *(f"/clocks/{run.ref}/over/" for run in ClockRun.objects.running()[:1]),
        f"{way}worked/new/",
        f"/breaks/{PathBreakFactory(path=path).ref}/over/",
        *pages_of_documents(path),
        *pages_of_goals(path),
        *pages_of_merging(path),
        f"/visits/{visit.ref}/",
        f"/visits/{visit.ref}/correct/",
        f"/visits/{visit.ref}/official/",
        f"/takeovers/{TakeoverFactory(path=path).ref}/",
        *([f"/steps/{step.ref}/done/"] if step else []),
        *pages_of_a_pair(path.client, "tyontekija"),
    ]


def pages_of_outreach() -> list[str]:
    """Somebody met before being a client, and a round of one's own."""
    met = f"/outreach/contacts/{OutreachContact.objects.open().first().ref}/"
    own = OutreachEntry.objects.filter(author__username="tyontekija").first()
    return [met, f"{met}edit/", f"{met}client/", f"{met}delete/", f"/outreach/entries/{own.ref}/"]


def pages_of_a_pair(client: Client, username: str) -> list[str]:
    """Pair work: as the near-worker sees it, or as the one who guides them."""
    file, way = f"/clients/{client.ref}/", f"/paths/{Pathway.objects.newest_of(client).ref}/"
    asked = SituationReport.objects.filter(state="asked_back").first()
    if username == "jarjesto":
        own = [f"/reports/{asked.ref}/", f"/reports/{asked.ref}/again/"]
        return [f"{file}pair/", f"{way}reports/new/", f"{way}advice/", *own]
    accepted = SituationReport.objects.filter(state="accepted").first()
    read = [f"/reports/{asked.ref}/", f"/reports/{accepted.ref}/"]
    return [f"{file}pair/", f"{way}pair/new/", f"{way}guidance/new/", *read]


def pages_beside() -> list[str]:
    """What a near-worker opens: a client named to them, and their own visit."""
    named = Assignment.objects.filter(worker__username="jarjesto").first().care.client
    visit = Visit.objects.filter(worker__username="jarjesto").first()
    own = [f"/visits/{visit.ref}/", f"/visits/{visit.ref}/correct/"] if visit else []
    sheet = f"/paths/{Pathway.objects.newest_of(named).ref}/visits/new/"
    return [
        "/",
        "/clients/",
        f"/clients/{named.ref}/",
        sheet,
        *own,
        *pages_of_a_pair(named, "jarjesto"),
    ]


def pages_of_who_leads() -> list[str]:
    """Naming who walks beside, and ending it."""
    row = Assignment.objects.filter(care__client=a_path_of_the_pair().client).first()
    file = f"/clients/{row.care.client.ref}/"
    return [f"{file}own-worker/", f"{file}beside/new/", f"{file}beside/{row.ref}/"]


def pages_of_retention() -> list[str]:
    """The month's list of the demo world, and a file on it that is held or not."""
    run = RetentionRun.objects.get()
    file = run.items.get().client_ref
    return ["/retention/", f"/retention/{run.ref}/", f"/clients/{file}/hold/"]


def pages_of_whole_files() -> list[str]:
    """The register, and the request of the demo world that waits for its answer."""
    file = f"/clients/{SubjectRequest.objects.open().first().client.ref}/whole-file/"
    return ["/file-requests/", f"{file}answer/", f"{file}decision/"]


SETTINGS = ((320, "dark"), (640, "light"), (1280, "light"))
OF_THE_WORLD = {
    "tyontekija": lambda: pages_of_a_file() + pages_of_outreach(),
    "jarjesto": pages_beside,
    "esihenkilo": lambda: [*ROLES["esihenkilo"], *pages_of_who_leads()],
    "tietosuoja": lambda: [
        *ROLES["tietosuoja"],
        *pages_of_retention(),
        *pages_of_whole_files(),
    ],
}


def set_up(page: Page, width: int, theme: str) -> None:
    """Without motion: a colour that is half way from one theme to the other is nobody's colour."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds on the page as it stands; its source is in the page already."""
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    return [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in found]


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    extra: int = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return max(extra, 0)


@pytest.mark.parametrize("name", sorted({*ROLES, *OF_THE_WORLD}))
def test_axe_is_silent_nothing_scrolls_sideways_and_no_page_breaks_the_content_policy(
    world, browser, told, name
):
    pages = OF_THE_WORLD[name]() if name in OF_THE_WORLD else ROLES[name]
    person, found = sign_in(browser, world, name), {}
    page = person.page
    for address in pages:
        set_up(page, *SETTINGS[0])
        assert person.go(address) == 200, address
        page.evaluate(AXE_SCRIPT)
        for width, theme in SETTINGS:
            set_up(page, width, theme)
            found[address, width] = (violations(page), sideways(page))
    page.wait_for_load_state("networkidle")
    page.context.close()

    assert len(found) == len(SETTINGS) * len(pages) > 0
    assert {where: said for where, said in found.items() if said != ([], 0)} == {}
    assert (page.complaints, told()) == ([], [])


def test_the_sign_in_page_and_the_pages_that_say_no_are_accessible(world, browser):
    page = browser.new_context(viewport={"width": 390, "height": 800}).new_page()
    for address in ("/sign-in/", "/ei-ole/"):
        page.goto(world + address)
        page.evaluate(AXE_SCRIPT)
        assert violations(page) == []
