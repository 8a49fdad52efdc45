"""Shared by the tests of the trail's pages: an opening on the trail, and what a page shows of it."""

from paku.access.models import User
from paku.audit.models import Entry
from paku.audit.record import record
from tests.factories import worker

TRAIL = "/trail/"
OWN = "/trail/mine/"


def opened(client, by: User | None = None, **facts) -> Entry:
    """An entry of somebody's file being opened."""
    by = by or worker(name="Olli Ohjaaja")
    return record("clients.opened", client, by=by, client=client.ref, **facts)


def rows(answer) -> list[Entry]:
    return [line.entry for line in answer.context["lines"]]


def text_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def stated(officer, client) -> None:
    """The officer has said why this person's entries are read; that is an entry about the person too."""
    said = {"reason": "spot_check", "words": "Pistokoe"}
    assert officer.post(f"{TRAIL}person/{client.ref}/", said).status_code == 303
