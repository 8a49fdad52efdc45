"""Finding a person by what one happens to know, and never a person whom one may not list."""

from datetime import date

import pytest
from django.db import connection

from clients.actions.search import keyed
from clients.models import CareRelationship, Client
from clients.models.contact import ContactKind, ContactPoint
from clients.models.search import SHOWN, Wanted, search_clients
from tests.clients.searching import found, known
from tests.factories import ClientFactory, today

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "typed",
    [
        "Korhonen",
        "korhonen maija",
        "Maija Korhonen",
        "Liisa Korhonen",
        "korho",
        "Maija Liisa",
        "Maija-Liisa",
        "liisa maija",
        "Maijaliisa",
        "Korhnen",
        "Korhonnen",
        "Vorhonen",
        "Maia Korhonen",
        "ko",
        "Mai Ko",
    ],
)
def test_a_name_is_found_in_any_order_in_part_and_misspelt(ohjaaja, team, typed):
    known(team, "Korhonen", "Maija-Liisa")
    known(team, "Virtanen", "Pekka")

    assert found(ohjaaja, typed) == ["Korhonen Maija-Liisa"]


@pytest.mark.parametrize(
    "typed", ["Hämäläinen", "hamalainen", "HÄMÄLÄINEN", "Hamaläinen", "Hämälainen Åsa", "asa"]
)
def test_letters_with_and_without_dots_are_the_same(ohjaaja, team, typed):
    known(team, "Hämäläinen", "Åsa")

    assert found(ohjaaja, typed) == ["Hämäläinen Åsa"]


def test_a_nickname_is_a_name(ohjaaja, team):
    known(team, nickname="Masa")

    assert found(ohjaaja, "masa") == ["Masa"]


def test_the_words_as_written_come_before_the_like_of_them(ohjaaja, team):
    for first_names in ("Saara", "Sara", "Sirpa"):
        known(team, "Aho", first_names)

    assert found(ohjaaja, "sara") == ["Aho Sara", "Aho Saara"]


@pytest.mark.parametrize(
    "typed",
    ["040 123 4567", "+358401234567", "0401234567", "+358 (0)40-123 4567", "00358 40 1234567"],
)
def test_a_phone_number_is_found_in_any_spelling(ohjaaja, team, typed):
    client = known(team, "Salo", "Eero")
    ContactPoint.objects.create(client=client, kind=ContactKind.PHONE, value="+358401234567")

    assert found(ohjaaja, typed) == ["Salo Eero"]


@pytest.mark.parametrize("typed", ["5.3.1980", "05.03.1980", "1980-03-05", "Salo 5.3.1980"])
def test_a_date_of_birth_is_found(ohjaaja, team, typed):
    known(team, "Salo", "Eero", born_on=date(1980, 3, 5))
    known(team, "Aho", "Aino", born_on=date(1980, 3, 6))

    assert found(ohjaaja, typed) == ["Salo Eero"]


@pytest.mark.parametrize(
    "typed",
    ["%", "_", "_______", "\\", "%%%", "% _", "*", "(a+)+$", "' OR 1=1 --", ".", "a%o", "a_no"],
)
def test_signs_are_only_signs(ohjaaja, team, typed):
    known(team, "Esimerkki", "Aino")

    assert found(ohjaaja, typed) == []


def test_a_name_that_holds_a_sign_is_found_by_it(ohjaaja, team):
    known(team, nickname="100% Masa")
    known(team, nickname="100 Masa")

    assert found(ohjaaja, "100% masa")[0] == "100% Masa"


def test_nothing_is_asked_of_the_database_for_nothing(ohjaaja, django_assert_num_queries):
    assert ohjaaja.rights

    with django_assert_num_queries(0):
        assert search_clients(ohjaaja, Wanted.from_text(" % ")) == []


def test_one_more_than_is_shown_is_told(ohjaaja, team):
    for _each in range(SHOWN + 5):
        known(team, "Korhonen")

    assert len(search_clients(ohjaaja, Wanted.from_text("korhonen"))) == SHOWN + 1


def test_somebody_who_lists_very_many_finds_by_the_index_in_the_same_order(ohjaaja, team):
    known(team, "Korhonen", "Saara")
    known(team, "Korhonen", "Sara")
    many = ClientFactory.build_batch(2001, last_name="Laine")
    Client.objects.bulk_create(many)
    CareRelationship.objects.bulk_create(
        CareRelationship(client=client, team=team, own_worker=ohjaaja, started_on=today())
        for client in many
    )
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")

    assert found(ohjaaja, "Sara") == ["Korhonen Sara", "Korhonen Saara"]
    assert len(found(ohjaaja, "Korhonnen")) == 2


def test_the_hash_of_a_question_tells_sameness_and_nothing_else(settings):
    one = keyed("Korhonen Maija")

    assert one == keyed("KORHONEN maija") != keyed("Korhonen")
    assert len(one) == 64
    settings.INDEX_KEY = "another"
    assert keyed("Korhonen Maija") != one
