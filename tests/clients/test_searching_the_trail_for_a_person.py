"""The privacy officer finds one person's entries among all clients: a reason first, and the search on the trail."""

from datetime import date

import pytest

from clients.models import ContactPoint
from clients.models.exclusion import Exclusion
from paku.access.roles import Role
from paku.audit.models import Entry
from tests.clients.trail_reader import TRAIL, opened, rows, text_of
from tests.desk import Desk
from tests.factories import ClientFactory, worker

pytestmark = pytest.mark.django_db

PERSON = "/trail/person/"
WHY = {"reason": "alarm", "words": "Hälytys viime yönä"}


def reason_page(client):
    return f"{PERSON}{client.ref}/"


@pytest.mark.parametrize(
    "asked", ["katajisto aino", "kataj", "Katajsito", "3.4.1971", "0401234567"]
)
def test_found_by_name_birth_date_or_number_among_all_clients(officer, aino, asked):
    aino.born_on = date(1971, 4, 3)
    aino.save()
    ContactPoint.objects.create(client=aino, kind="phone", value="+358401234567")
    ClientFactory(first_names="Väinö", last_name="Muu")

    answer = officer.post(PERSON, {"person": asked, **WHY})

    assert answer.context["found"] == [aino]


def test_a_search_needs_its_reason(officer, aino):
    answer = officer.post(PERSON, {"person": "katajisto", "reason": "alarm", "words": " "})

    assert (answer.status_code, answer.context["found"]) == (422, None)
    assert "katajisto" in text_of(answer)
    assert not Entry.objects.filter(deed="clients.trail_searched").exists()


def test_the_search_is_on_the_trail_without_its_words(officer, aino):
    officer.post(PERSON, {"person": "katajisto", **WHY})

    entry = Entry.objects.get(deed="clients.trail_searched")
    assert (entry.client_refs, entry.purpose, entry.reason) == (
        [aino.ref],
        "alarm",
        "Hälytys viime yönä",
    )
    assert "katajisto" not in str(entry.details).lower()


def test_the_stated_reason_opens_the_entries_of_those_who_were_found(officer, aino):
    mine = opened(aino)
    officer.post(PERSON, {"person": "katajisto", **WHY})

    page = officer.get(TRAIL, {"client": str(aino.ref)})

    assert mine in rows(page)
    assert Entry.objects.filter(deed="audit.trail_read").latest("at").purpose == "alarm"


def test_without_a_reason_one_is_asked_for_once_in_a_session(officer, aino):
    asked = officer.get(TRAIL, {"client": str(aino.ref)})
    assert (asked.status_code, asked["Location"]) == (302, reason_page(aino))

    stated = officer.post(reason_page(aino), WHY)

    assert (stated.status_code, stated["Location"]) == (303, f"{TRAIL}?client={aino.ref}")
    assert officer.get(stated["Location"]).status_code == 200
    assert Desk().sit(officer.user).get(stated["Location"]).status_code == 302


def test_a_reason_is_for_one_person(officer, aino):
    officer.post(reason_page(aino), WHY)

    assert officer.get(TRAIL, {"client": str(ClientFactory().ref)}).status_code == 302


def test_one_who_is_shut_out_of_the_file_finds_nobody(officer, aino):
    Exclusion.objects.create(
        client=aino, user=officer.user, reason="relative", added_by=worker(Role.SUPERVISOR)
    )

    found = officer.post(PERSON, {"person": "katajisto", **WHY}).context["found"]

    assert (found, officer.get(reason_page(aino)).status_code) == ([], 404)


def test_a_protected_number_finds_nobody(officer, aino):
    ContactPoint.objects.create(client=aino, kind="phone", value="+358401234567")
    aino.is_protected = True
    aino.save()

    assert officer.post(PERSON, {"person": "0401234567", **WHY}).context["found"] == []


@pytest.mark.parametrize("role", [role for role in Role if role != Role.PRIVACY_OFFICER])
def test_nobody_else_searches_among_all(role, aino):
    desk = Desk().sit(worker(role))

    assert desk.post(PERSON, {"person": "katajisto", **WHY}).status_code == 403


def test_ten_found_cost_what_one_costs(officer, aino):
    def cost():
        with officer.counted() as statements:
            officer.post(PERSON, {"person": "katajisto", **WHY})
        return len(statements)

    cost()
    one = cost()
    for _ in range(9):
        ClientFactory(last_name="Katajisto")

    assert cost() == one <= 10
