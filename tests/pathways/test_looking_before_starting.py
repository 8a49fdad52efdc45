"""Before a new client is made one looks whether the person is here already; whom one may not see leaves no sign."""

from datetime import date

import pytest

from clients.models import Client
from clients.models.contact import ContactPoint
from paku.audit.models import Entry
from tests.factories import (
    CareFactory,
    ClientFactory,
    worker,
)
from tests.paku.kit.bad_inputs import of
from tests.pathways.lists import text
from tests.pathways.starting import NEW, look

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("who", "reason"),
    [
        ({"last_name": "Korhonen", "first_names": "Maija"}, "same name"),
        ({"last_name": "Korhonnen", "first_names": "Maia"}, "the name sounds alike"),
        ({"last_name": "Vorhonen", "first_names": "Maija"}, "similar name"),
        ({"nickname": "Joku", "phone": "040-1234567"}, "same phone number"),
        ({"nickname": "Joku", "born_on": "5.3.1980"}, "same date of birth"),
    ],
)
def test_looking_shows_who_it_may_be_and_why(desk, ohjaaja, team, who, reason):
    ohjaaja.language = "en"
    ohjaaja.save()
    person = ClientFactory(
        last_name="Korhonen", first_names="Maija Liisa", born_on=date(1980, 3, 5)
    )
    CareFactory(team=team, own_worker=ohjaaja, client=person)
    ContactPoint.objects.create(client=person, kind="phone", value="+358401234567")

    response = look(desk, **who)

    assert [match.reasons for match in response.context["found"]] == [[reason]]
    assert all(
        each in text(response)
        for each in ("Korhonen Maija Liisa", f"/clients/{person.ref}/", reason)
    )


def test_a_colleagues_client_leads_to_the_own_worker(desk, team):
    care = CareFactory(
        team=team,
        client=ClientFactory(last_name="Korhonen"),
        own_worker=worker(team=team, name="Kollega Koski"),
    )

    page = text(look(desk, last_name="Korhonen"))

    assert "Kollega Koski" in page
    assert str(care.client.ref) not in page


def test_those_shown_as_matches_are_on_the_trail(desk, team):
    care = CareFactory(team=team, client=ClientFactory(last_name="Korhonen"))

    look(desk, last_name="Korhonen")

    assert Entry.objects.get(deed="clients.searched").client_refs == [care.client.ref]


def test_a_person_whom_one_may_not_see_leaves_no_sign(desk, sheet):
    hidden = CareFactory(
        client=ClientFactory(last_name="Salainen", first_names="Hilla", born_on=date(1980, 3, 5))
    ).client
    ContactPoint.objects.create(client=hidden, kind="phone", value="+358401234567")
    who = {
        "last_name": "Salainen",
        "first_names": "Hilla",
        "born_on": "5.3.1980",
        "phone": "0401234567",
        "nickname": "",
    }

    looked = look(desk, **who)
    saved = desk.send(NEW, {**sheet, **who})

    assert looked.context["found"] == []
    assert saved.status_code == 303
    assert Client.objects.filter(last_name="Salainen").count() == 2


def test_a_possible_match_must_be_looked_at_before_saving(desk, team, sheet):
    CareFactory(team=team, client=ClientFactory(last_name="Korhonen", first_names="Maija"))
    same = {**sheet, "last_name": "Korhonen", "first_names": "Maija", "how_began": "Äiti soitti"}

    first = desk.send(NEW, same)
    shown = first.context["these"]
    assert (first.status_code, Client.objects.count()) == (422, 1)
    assert all(each in text(first) for each in ("Äiti soitti", f'value="{shown}"'))

    assert desk.send(NEW, {**same, "other_than": shown}).status_code == 303
    assert Client.objects.count() == 2


def test_none_of_these_cannot_be_said_of_others(desk, team, sheet):
    CareFactory(team=team, client=ClientFactory(last_name="Korhonen"))
    shown = look(desk, last_name="Korhonen").context["these"]
    CareFactory(team=team, client=ClientFactory(last_name="Virtanen"))

    assert (
        desk.send(NEW, {**sheet, "last_name": "Virtanen", "other_than": shown}).status_code == 422
    )


@pytest.mark.parametrize("kind", ["search", "phone", "date", "person_name"])
def test_whatever_is_looked_for_is_only_text(desk, kind):
    for case in of(kind):
        field = {"phone": "phone", "date": "born_on"}.get(kind, "last_name")
        response = look(desk, **{"last_name": "Aho", field: case.values[0]})
        assert response.status_code in {200, 422}, case.id
    assert not Client.objects.exists()
