"""About one person, by one worker, one kind of deed, some days: refs and codes in addresses, names never."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from paku.audit.models import Entry
from paku.audit.record import record
from tests.clients.trail_reader import TRAIL, opened, rows, stated, text_of
from tests.desk import Desk
from tests.factories import ClientFactory, worker

pytestmark = pytest.mark.django_db


def test_everything_about_one_person(officer, aino):
    stated(officer, aino)
    about = [
        opened(aino),
        record("clients.listed", by=worker(), clients=[ClientFactory().ref, aino.ref]),
    ]
    opened(ClientFactory())

    page = officer.get(TRAIL, {"client": str(aino.ref)})

    assert rows(page)[:2] == about[::-1]
    assert [line.client for line in page.context["lines"]] == ["Katajisto Aino"] * 3
    assert page.context["client_name"] == "Katajisto Aino"


def test_who_knocked_at_a_persons_door_in_vain_is_among_it(officer, aino):
    stated(officer, aino)
    stranger = Desk().sit(worker(name="Utelias"))
    assert stranger.get(reverse("clients:own-words", args=[aino.ref])).status_code == 404

    page = officer.get(TRAIL, {"client": str(aino.ref)})

    line = page.context["lines"][0]
    assert (line.entry.actor_name, line.entry.outcome, line.client) == (
        "Utelias",
        "denied",
        "Katajisto Aino",
    )


def test_everything_done_by_one_worker(officer, aino):
    olli = worker(name="Olli Ohjaaja")
    mine = opened(aino, by=olli)
    opened(aino)

    page = officer.get(TRAIL, {"who": str(olli.ref)})

    assert (rows(page), page.context["worker_name"]) == ([mine], "Olli Ohjaaja")


def test_a_worker_is_found_by_a_part_of_the_name_and_the_name_stays_out_of_the_address(officer):
    liisa = worker(name="Liisa Lehto")

    answer = officer.post(TRAIL, {"worker": "leht"})

    assert (answer.status_code, answer["Location"]) == (303, f"{TRAIL}?who={liisa.ref}")


def test_of_several_workers_one_is_chosen(officer):
    found = [worker(name="Liisa Lehto"), worker(name="Matti Lehto")]

    answer = officer.post(TRAIL, {"worker": "lehto"})

    assert [user for _, user in answer.context["found"]] == found
    assert all(f'href="?who={user.ref}"' in text_of(answer) for user in found)


@pytest.mark.parametrize(("typed", "status"), [("nobody at all", 200), ("", 422), ("a\x00b", 422)])
def test_a_search_that_finds_nobody_says_so(officer, typed, status):
    answer = officer.post(TRAIL, {"worker": typed})

    assert (answer.status_code, answer.context["found"]) == (status, [])
    assert ('role="status"' in text_of(answer)) == (status == 200)


def test_only_disclosures_show_recipient_ground_serial(officer, aino):
    opened(aino)
    given = record(
        "network.paper_given", by=worker(), client=aino.ref, recipient="Kela, Viitasaari", ground="consent",
        purpose="verkostopalaveri", details={"serial": "2026-000017"},
    )  # fmt: skip

    answer = officer.get(TRAIL, {"only": "disclosures"})

    assert rows(answer) == [given]
    page = text_of(answer)
    for told in ("Kela, Viitasaari", "2026-000017", "verkostopalaveri"):
        assert told in page
    assert answer.context["lines"][0].ground != "consent"


def test_only_refusals(officer, aino):
    opened(aino)
    refused = record(
        "audit.refused",
        by=worker(),
        outcome="denied",
        details={"page": "pathways:client", "why": "http404"},
    )

    assert rows(officer.get(TRAIL, {"only": "refusals"})) == [refused]


def test_one_kind_of_deed(officer, aino):
    opened(aino)
    created = record("clients.created", aino, by=worker(), client=aino.ref)

    assert rows(officer.get(TRAIL, {"deed": "clients.created"})) == [created]


def test_days_are_finnish_days_both_included(officer, aino):
    utc = ((4, 21), (4, 22), (5, 12), (5, 21), (5, 22))  # in Finland two hours more
    for day, hour in utc:
        Entry.objects.create(deed=f"{day}.{hour}", at=datetime(2026, 1, day, hour, 30, tzinfo=UTC))

    page = officer.get(TRAIL, {"since": "2026-01-05", "until": "2026-01-05"})

    assert [entry.deed for entry in rows(page)] == ["5.21", "5.12", "4.22"]


@pytest.mark.parametrize(
    "sent",
    [
        {"client": "x"},
        {"who": "1' or '1"},
        {"since": "5.1.2026"},
        {"after": "forged"},
        {"only": "all"},
        {"deed": "no.such.deed"},
    ],
)
def test_a_broken_filter_is_as_if_it_were_not_there(officer, aino, sent):
    opened(aino)

    assert len(rows(officer.get(TRAIL, sent))) == 1


def test_old_entries_are_reached_by_days(officer, aino):
    old = Entry.objects.create(
        deed="clients.opened", client_refs=[aino.ref], at=timezone.now() - timedelta(days=800)
    )
    day = f"{timezone.localdate(old.at)}"

    assert rows(officer.get(TRAIL, {"since": day, "until": day})) == [old]
