"""The privacy officer reads who did what to whose data; reading is on the trail too."""

import re

import pytest

from clients.models import Client
from paku.access.roles import Role
from paku.audit import chain
from paku.audit.models import Entry, Seal
from paku.audit.record import record
from tests.clients.trail_reader import TRAIL, opened, rows, stated, text_of
from tests.desk import Desk
from tests.factories import CareFactory, ClientFactory, worker

pytestmark = pytest.mark.django_db


def test_an_opening_tells_who_what_whose_and_why(officer, aino):
    officer.user.language = "en"
    officer.user.save()
    opened(aino, ground="consent", reason="Sijaisen pyynnöstä")

    page = text_of(officer.get(TRAIL))

    for told in ("Olli Ohjaaja", "Opened a client", f"{aino.ref}"[:8], "Sijaisen pyynnöstä"):
        assert told in page


def test_a_line_names_nobody_before_a_reason_has_been_stated_for_that_person(officer, aino):
    other = ClientFactory(first_names="Väinö", last_name="Muu")
    opened(aino)
    opened(other)

    before = officer.get(TRAIL)
    asked = officer.get(f"{TRAIL}person/{aino.ref}/")
    stated(officer, aino)
    after = officer.get(TRAIL)

    for page in (before, asked):
        assert not re.search("Katajisto|Aino|Väinö", page.content.decode())
    number = f"{aino.ref}"[:8]
    assert (number in text_of(before), number in text_of(asked)) == (True, True)
    assert f'href="?client={aino.ref}"' in text_of(before)
    assert ("Katajisto Aino" in text_of(after), "Väinö" in text_of(after)) == (True, False)


def test_nor_do_the_officers_own_lines(officer, aino):
    opened(aino)
    officer.get(TRAIL)

    before = officer.get("/trail/mine/")
    stated(officer, aino)

    assert "Katajisto" not in text_of(before)
    assert f"{aino.ref}"[:8] in text_of(before)
    assert "Katajisto" in text_of(officer.get("/trail/mine/"))
    assert "Katajisto" not in text_of(Desk().sit(officer.user).get("/trail/mine/"))


def test_newest_first_in_pages(officer, aino):
    olli = worker()
    entries = [opened(aino, by=olli) for _ in range(45)]

    first = officer.get(TRAIL)
    second = officer.get(TRAIL + first.context["older_url"])

    assert rows(first) == entries[:4:-1]
    assert rows(second) == entries[4::-1]
    assert (first.context["newer_url"], bool(second.context["newer_url"])) == ("", True)


def test_reading_the_trail_is_on_the_trail(officer, aino):
    opened(aino)

    officer.get(TRAIL, {"only": "disclosures", "since": "2026-01-05"})

    entry = Entry.objects.get(deed="audit.trail_read")
    assert (entry.actor_ref, entry.details) == (
        officer.user.ref,
        {"only": "disclosures", "since": "2026-01-05"},
    )


def test_those_whose_lines_were_shown_are_on_the_readers_own_entry(officer, aino):
    opened(aino)

    officer.get(TRAIL)

    assert Entry.objects.get(deed="audit.trail_read").client_refs == [aino.ref]


def test_a_person_who_is_no_longer_in_the_register_has_no_name(officer, aino):
    opened(aino)
    Client.objects.filter(pk=aino.pk).delete()

    answer = officer.get(TRAIL)

    assert (answer.status_code, answer.context["lines"][0].client) == (200, "")


def test_how_far_the_chain_reaches(officer, aino):
    opened(aino)
    chain.seal_entries()
    opened(aino)
    opened(aino)

    state = officer.get(TRAIL).context["chain"]

    assert (state.head.number, state.unsealed) == (1, 2)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.PRIVACY_OFFICER])
def test_nobody_else_reads_the_whole_trail(role, aino):
    opened(aino)

    answer = Desk().sit(worker(role)).get(TRAIL)

    assert answer.status_code == 403
    assert "Katajisto" not in answer.content.decode()


def test_no_texts_of_the_file_are_on_the_page(officer):
    care = CareFactory(client__advice="Varo koiraa")
    opened(care.client, by=care.own_worker)

    assert "koiraa" not in officer.get(TRAIL).content.decode()


def test_ten_lines_cost_what_one_costs(officer, aino):
    opened(aino)
    chain.seal_entries()
    one = officer.cost(TRAIL)
    for _ in range(9):
        opened(ClientFactory(), by=officer.user)

    assert officer.cost(TRAIL) == one <= 9
    stated(officer, aino)
    assert officer.cost(f"{TRAIL}?client={aino.ref}&who={officer.user.ref}") <= 9


def test_every_field_that_the_law_names_can_be_read(officer, aino):
    """Security 2.3, beside what the line itself says."""
    officer.user.language = "en"
    officer.user.save()
    olli = worker(name="Olli Ohjaaja")
    Desk().sit(olli).get("/trail/mine/")
    entry = record(
        "network.paper_given", aino, by=olli, client=aino.ref, relation="substitute", ground="consent",
        recipient="Kela", approver=worker(Role.SUPERVISOR, name="Eeva Esihenkilö"),
        details={"serial": "2026-000017", "sha256": "9f2c" * 16, "pages": 3},
    )  # fmt: skip
    chain.seal_entries()

    page = text_of(officer.get(TRAIL))

    link = Seal.objects.get(entry=entry.pk)
    for told in (
        str(entry.pk), str(link.number), link.hash, str(olli.ref), entry.actor_unit, entry.provider, "substitute",
        "to use one&#x27;s own account", f"clients.client {aino.ref}", "<dt>Version</dt><dd>1</dd>",
        "Eeva Esihenkilö, supervisor",
        "9f2c" * 16, "127.0.0.1", "(+0200)", "Persons",
    ):  # fmt: skip
        assert told in page, told
