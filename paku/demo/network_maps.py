"""One person's network map, told with them: nine around Anneli, and how it was before she came to the meeting place."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from clients.models import Client
from network.models import Member, MemberTold, Talk, Tie
from network.models.member import MemberKind
from paku.demo.book import Book

PERSON = "Ruokokorpi"
BEFORE, SINCE = 330, 120  # days ago: the first map, and when it was looked at again
NEWCOMERS: tuple[dict[str, Any], ...] = (
    {"kind": MemberKind.CLOSE, "name": "Pirjo-Liisa Hämeenkorpi-Kivelä", "role": "naapuri",
     "tasks": "Lumityöt ja kauppakassit, kahvit perjantaisin", "since": 400},
    {"kind": MemberKind.CLOSE, "name": "Áile Näkkäläjärvi", "role": "nuoruudenystävä Inarista",
     "tasks": "Soittelee, kesällä tulee käymään", "since": 350},
    {"kind": MemberKind.PARTNER, "name": "Talouspaja, vapaaehtoinen", "role": "rahapäivän tuki",
     "tasks": "Käy laskut läpi kerran kuussa", "since": 110, "visibility": "workers"},
    {"kind": MemberKind.PARTNER, "name": "Turvapuhelimen päivystäjä", "role": "luottamuksellinen tuki",
     "tasks": "Saa soittaa milloin vain", "since": 300, "visibility": "own_worker"},
)  # fmt: skip
# name (or the beginning of a role): sector, then ring and strength on the first map (or nothing), then as it is now
PLACES: tuple[tuple[str, str, tuple[int, str] | None, tuple[int, str]], ...] = (
    ("sisar", "close", (1, "strong"), (1, "strong")),
    ("naapuri", "close", (3, "thin"), (2, "ordinary")),
    ("nuoruudenystävä", "close", (3, "thin"), (2, "strong")),
    ("järjestötyöntekijä", "community", (3, "thin"), (1, "strong")),
    ("rahapäivän", "community", None, (3, "ordinary")),
    ("sairaanhoitaja", "services", (1, "strong"), (2, "ordinary")),
    ("luottamuksellinen", "services", (2, "ordinary"), (3, "thin")),
    ("sosiaaliohjaaja, työpari", "services", (2, "ordinary"), (2, "strong")),
    ("sosiaalityöntekijä, oma", "services", (2, "ordinary"), (1, "ordinary")),
)
TALKS = (
    ("sisar", "naapuri", SINCE),
    ("sisar", "sosiaalityöntekijä, oma", BEFORE),
    ("järjestötyöntekijä", "sosiaaliohjaaja, työpari", BEFORE),
    ("sairaanhoitaja", "sosiaalityöntekijä, oma", BEFORE),
    ("järjestötyöntekijä", "naapuri", SINCE),
)


def tell_network_map(book: Book) -> None:
    """After the persons are in the database."""
    people = (row for row in book.rows if isinstance(row, Client))
    client = next(row for row in people if row.last_name == PERSON)
    by, today = book.staff.users["tyontekija"], book.days.today
    for told in NEWCOMERS:
        since = book.days.ago(told["since"])
        Member.objects.create(ref=book.chance.ref(), client=client, **{**told, "since": since})
    members = list(Member.objects.of(client).on(today).named())
    found = {
        role: next((one for one in members if one.role.startswith(role)), None)
        for role, *_rest in PLACES
    }
    first, looked = book.days.ago(BEFORE), book.days.ago(SINCE)
    for role, sector, then, now in PLACES:
        member = found[role]
        if member is None:
            continue
        same = {"client": client, "member": member, "sector": sector, "by": by}
        begins = max(first, member.since)
        if then and then != now and begins < looked:
            last = looked - timedelta(days=1)
            Tie.objects.create(since=begins, until=last, ring=then[0], strength=then[1], **same)
            begins = looked
        elif not then:
            begins = max(looked, member.since)
        Tie.objects.create(since=begins, ring=now[0], strength=now[1], **same)
    for one, other, ago in TALKS:
        pair = sorted(m.pk for m in (found[one], found[other]) if m is not None)
        if len(pair) == 2:
            same = {"client": client, "since": book.days.ago(ago), "by": by}
            Talk.objects.create(one_id=pair[0], other_id=pair[1], **same)
    _changed_task(client, by, looked)


def _changed_task(client: Client, by: Any, on: Any) -> None:
    """The neighbour took on more; how it was stays."""
    neighbour = Member.objects.of(client).get(role="naapuri")
    same = {"client": client, "member": neighbour, "role": "naapuri", "visibility": "everybody", "by": by}  # fmt: skip
    MemberTold.objects.create(on=neighbour.since, tasks="Lumityöt", **same)
    MemberTold.objects.create(on=on, tasks=neighbour.tasks, **same)
