"""Addresses of pair work: what a near-worker opens, and who guides them."""

from clients.models import Assignment, Client
from pathways.models import (
    Pathway,
    SituationReport,
    Visit,
)


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
