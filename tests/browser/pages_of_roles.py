"""What each account of the demo world opens: addresses that are always there, and those of the world's own rows."""

from clients.models import Assignment, SubjectRequest
from network.models import AreaNetwork, Presence, Service
from pathways.models import (
    AskedNaming,
    OutreachContact,
    OutreachEntry,
    RetentionRun,
)
from tests.browser.pages_of_a_file import pages_of_a_file
from tests.browser.pages_of_pairs import pages_beside
from tests.browser.people import a_path_of_the_pair
from tests.factories import DirectoryChangeFactory

ALWAYS = {
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
        "/area/spots/",
        "/area/improvements/new/",
        "/area/practices/",
        "/feedback/",
        "/feedback/new/",
    ),
    "esihenkilo": (
        "/caseload/",
        "/caseload/drafts/",
        "/caseload/categories/",
        "/caseload/quality/",
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


def pages_of_outreach() -> list[str]:
    """Somebody met before being a client, and a round of one's own."""
    met = f"/outreach/contacts/{OutreachContact.objects.open().first().ref}/"
    own = OutreachEntry.objects.filter(author__username="tyontekija").first()
    return [met, f"{met}edit/", f"{met}client/", f"{met}delete/", f"/outreach/entries/{own.ref}/"]


def pages_of_who_leads() -> list[str]:
    """Naming who walks beside, and ending it; what a worker of the demo world has asked."""
    row = Assignment.objects.filter(care__client=a_path_of_the_pair().client).first()
    file = f"/clients/{row.care.client.ref}/"
    return [f"{file}own-worker/", f"{file}beside/new/", f"{file}beside/{row.ref}/", *pages_asked()]


def pages_asked() -> list[str]:
    """The same from the asker's side too."""
    asked = AskedNaming.objects.waiting().first()
    file = f"/clients/{asked.client.ref}/"
    return [f"{file}own-worker/", f"{file}beside/asked/{asked.ref}/"]


def pages_of_who_asks() -> list[str]:
    """An own worker asks that somebody walks beside, or no more."""
    row = Assignment.objects.filter(care__client=a_path_of_the_pair().client).first()
    file = f"/clients/{row.care.client.ref}/"
    return [*pages_asked(), f"{file}beside/new/", f"{file}beside/{row.ref}/"]


def pages_of_retention() -> list[str]:
    """The month's list of the demo world, and a file on it: held or not, and the day of a death."""
    run = RetentionRun.objects.get()
    file = run.items.get().client_ref
    lists = ["/retention/", f"/retention/{run.ref}/", "/retention/closed/"]
    return [*lists, f"/clients/{file}/hold/", f"/clients/{file}/death/"]


def pages_of_whole_files() -> list[str]:
    """The register, and the request of the demo world that waits for its answer."""
    file = f"/clients/{SubjectRequest.objects.open().first().client.ref}/whole-file/"
    return ["/file-requests/", f"{file}answer/", f"{file}decision/"]


def pages_of_the_directory() -> list[str]:
    """An organisation, a service that comes to the locality, and the sheets of who tells where and when."""
    service = Service.objects.exclude(pop_up_days=None).distinct().first()
    place, network = Presence.objects.first(), AreaNetwork.objects.first()
    own = f"/network/{service.ref}/"
    days = f"/network/series/{service.pop_up_series.first().ref}/"
    areas = ["/network/areas/", "/network/areas/new/", f"/network/areas/{network.ref}/"]
    sheets = [f"{own}days/new/", f"{own}places/new/", f"/network/places/{place.ref}/", days]
    day = f"/network/days/{service.pop_up_days.last().ref}/"
    home = f"/network/{service.organisation.ref}/"
    return [own, home, day, *sheets, *areas, "/network/?what=belonging&municipality=601"]


def pages_of_who_keeps_the_directory() -> list[str]:
    """What is asked for by one, and waits for another."""
    service = Service.objects.first()
    change, ended = DirectoryChangeFactory(), Service.objects.exclude(ended_on=None).first()
    sheets = [f"/network/{service.ref}/edit/", f"/network/{service.organisation.ref}/persons/new/"]
    sheets += [
        f"/network/{service.ref}/end/",
        f"/network/{ended.ref}/",
        f"/network/{ended.ref}/reopen/",
    ]
    return [
        "/network/new/",
        "/network/import/",
        "/network/changes/",
        f"/network/changes/{change.ref}/",
        *sheets,
    ]


OF_THE_WORLD = {
    "ohjaaja": pages_of_the_directory,
    "paakayttaja": pages_of_who_keeps_the_directory,
    "tyontekija": lambda: pages_of_a_file() + pages_of_outreach() + pages_of_who_asks(),
    "jarjesto": pages_beside,
    "esihenkilo": pages_of_who_leads,
    "tietosuoja": lambda: pages_of_retention() + pages_of_whole_files(),
}
ACCOUNTS = sorted({*ALWAYS, *OF_THE_WORLD})


def pages_of(account: str) -> list[str]:
    """All that this account of the demo world opens."""
    return [*ALWAYS.get(account, ()), *OF_THE_WORLD.get(account, list)()]
