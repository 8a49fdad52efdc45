"""What intake left thin is told later; two people at once are told of each other; the trail gets no values."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from clients.models import Client, Municipality
from paku.audit.models import Entry
from tests.clients.basics import edits, page_of, reached, sheet
from tests.desk import Desk
from tests.factories import ClientFactory, PathFactory, StandInFactory, today, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(ohjaaja, team):
    """The client of an intake that heard a nickname and nothing else."""
    masa = ClientFactory(first_names="", last_name="", nickname="Masa")
    return PathFactory(care__own_worker=ohjaaja, care__team=team, care__client=masa)


def test_names_birth_place_languages_and_advice_are_told_later(desk, path):
    village = Municipality.objects.get(name="Viitasaari").villages.create(name="Kumpulaisenkylä")

    answer = desk.send(
        page_of(path),
        sheet(
            desk,
            path,
            first_names="Matti",
            last_name="Meikäläinen",
            born_on="5.3.1961",
            village=village.pk,
            mother_tongue="smn",
            needs_plain_language="on",
            advice="Soita ennen kuin tulet.\nEn avaa ovea muuten.",
        ),
    )

    assert answer["Location"] == reverse("pathways:client", args=[path.client.ref])
    client = Client.objects.get(pk=path.client.pk)
    assert client.name == "Meikäläinen Matti"
    assert client.born_on == date(1961, 3, 5)
    assert (client.village, client.municipality) == (village, village.municipality)
    assert (client.mother_tongue, client.needs_plain_language) == ("smn", True)
    assert client.advice == "Soita ennen kuin tulet.\nEn avaa ovea muuten."
    assert client.version == 2


def test_the_trail_names_what_was_changed_and_no_values(desk, path):
    desk.send(
        page_of(path), sheet(desk, path, last_name="Salainen", contact_value_1="040 123 4567")
    )

    entry = Entry.objects.get(deed="clients.edited")
    assert entry.details == {"fields": ["last_name", "contacts"]}
    assert entry.client_refs == [path.client.ref]


def test_a_changed_name_is_found_by_searching(desk, path):
    desk.send(page_of(path), sheet(desk, path, last_name="Äijälä"))

    assert "Äijälä" in desk.post(reverse("pathways:board"), {"q": "äijälä"}).content.decode()


def test_nothing_changed_leaves_no_deed_and_no_version(desk, path):
    path.client.contact_points.create(kind="phone", value="+358401234567", note="aamulla")

    assert desk.send(page_of(path), sheet(desk, path)).status_code == 303

    assert edits() == []
    assert Client.objects.get(pk=path.client.pk).version == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"nickname": "<b>"}, "nickname"),
        ({"born_on": f"{today() + timedelta(days=2):%d.%m.%Y}"}, "born_on"),
        ({"contact_language": "klingon"}, "contact_language"),
        ({"advice": "a" * 2001}, "advice"),
    ],
)
def test_what_is_amiss_is_asked_for_again_with_all_that_was_typed(desk, path, wrong, field):
    answer = desk.send(page_of(path), sheet(desk, path, first_names="Matti") | wrong)

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert answer.context["form"]["first_names"].value() == "Matti"
    assert (edits(), Client.objects.get(pk=path.client.pk).first_names) == ([], "")


def test_something_to_call_the_person_by_is_needed(desk, path):
    answer = desk.send(page_of(path), sheet(desk, path, nickname="  "))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["nickname"])


def test_a_village_of_another_municipality_is_noticed(desk, path):
    village = Municipality.objects.get(name="Viitasaari").villages.create(name="Toinen kylä")
    elsewhere = Municipality.objects.exclude(pk=village.municipality_id).first()

    answer = desk.send(
        page_of(path), sheet(desk, path, village=village.pk, municipality=elsewhere.pk)
    )

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["village"])


def test_the_database_too_wants_something_to_call_a_person_by(path):
    nobody = {"first_names": "", "last_name": "", "nickname": ""}

    with pytest.raises(IntegrityError), transaction.atomic():
        Client.objects.filter(pk=path.client.pk).update(**nobody)


def test_who_comes_second_sees_both_texts_and_overwrites_nothing(desk, path):
    mine = sheet(desk, path, advice="Minun teksti", contact_value_1="040 123 4567")
    desk.send(page_of(path), sheet(desk, path, advice="Toisen teksti"))

    answer = desk.send(page_of(path), mine)

    html = answer.content.decode()
    assert (answer.status_code, "Minun teksti" in html, "Toisen teksti" in html) == (
        409,
        True,
        True,
    )
    client = Client.objects.get(pk=path.client.pk)
    assert (client.advice, client.version, reached(client)) == ("Toisen teksti", 2, [])


def test_the_same_sheet_sent_twice_is_saved_once(desk, path):
    fields, number = sheet(desk, path, contact_value_1="040 123 4567"), uuid.uuid4()

    answers = [desk.send(page_of(path), fields, sheet=number) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert len(reached(path.client)) == len(edits()) == 1


def test_a_colleague_is_not_let_in_even_with_a_reason(path):
    seat = Desk().sit(worker(team=path.care.team))
    StandInFactory(client=path.client, worker=seat.user)

    file = seat.get(reverse("pathways:client", args=[path.client.ref]))

    assert (file.status_code, page_of(path) in file.content.decode()) == (200, False)
    assert seat.get(page_of(path)).status_code == 403
    assert seat.send(page_of(path), {"nickname": "X", "version": 1}).status_code == 403
    assert edits() == []


def test_a_stranger_cannot_tell_that_the_client_exists(path):
    stranger = Desk().sit(worker())

    assert stranger.get(page_of(path)).status_code == 404
    assert stranger.send(page_of(path), {"nickname": "X", "version": 1}).status_code == 404


def test_the_page_costs_the_same_for_one_and_for_ten(desk, path):
    def add(count):
        for number in range(count):
            path.client.contact_points.create(kind="address", value=f"Koulutie {number}")
            Municipality.objects.first().villages.create(name=f"Kylä {count} {number}")

    add(1)
    one = desk.cost(page_of(path))
    add(9)

    assert desk.cost(page_of(path)) == one <= 9


def test_the_clients_page_leads_here(desk, path):
    html = desk.get(reverse("pathways:client", args=[path.client.ref])).content.decode()

    assert f'href="{page_of(path)}"' in html
