"""What the tests of searching say again and again."""

from clients.models import Client
from clients.models.search import Wanted, search_clients
from paku.access.models import Membership
from tests.factories import CareFactory, ClientFactory


def known(team, last_name="", first_names="", **fields) -> Client:
    """A client of the team."""
    person = ClientFactory(last_name=last_name, first_names=first_names, **fields)
    return CareFactory(
        team=team, client=person, own_worker=Membership.objects.filter(team=team)[0].user
    ).client


def found(user, typed: str) -> list[str]:
    """Names, the best first."""
    hits = [hit.client_id for hit in search_clients(user, Wanted.from_text(typed))]
    clients = Client.objects.in_bulk(hits)
    return [clients[hit].name for hit in hits]
