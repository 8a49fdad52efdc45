"""Two files of one person, as the tests of merging begin with them."""

from django.urls import reverse

from clients.models import Client
from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import CareFactory, ClientFactory, MemberFactory, PathFactory, worker


def file_of(team, **person):
    """A path of a client of the team, by an own worker of its own, who is a member of the network too."""
    client = ClientFactory(**person)
    path = PathFactory(care=CareFactory(team=team, client=client))
    own = path.care.own_worker
    MemberFactory(client=client, kind="worker", user=own, name=own.name, organisation=None)
    return path


def supervisor(team):
    return Desk().sit(worker(Role.SUPERVISOR, team=team, name="Esa Esihenkilö"))


def page_of(this, other):
    return reverse("clients:merge", args=[this.client.ref, other.client.ref])


def sheet(this, other, **fields):
    """The sheet as it is when one keeps what the page proposes; `goes_on` is the care of the first file."""
    return {
        "keep_last_name": "this",
        "keep_first_names": "this",
        "keep_born_on": "this",
        "goes_on": str(this.care.ref),
        "stays": "on",
        "why": "Kertoi itse, sama osoite",
        "sure": "on",
        **fields,
    }


def merged(desk, this, other, **fields):
    """The answer to a whole sheet."""
    return desk.send(page_of(this, other), sheet(this, other, **fields))


def anew(path) -> Client:
    return Client.objects.with_care().get(pk=path.client_id)
