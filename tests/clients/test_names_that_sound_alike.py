"""Names are written down by ear: spellings that are said alike find each other, names that differ do not."""

import pytest
from django.db import connection

from clients.models.search import Wanted, search_clients
from paku.kit.sounding import sounds
from tests.clients.searching import found, known

ALIKE = [
    "Wikström/Vikström",
    "Wickström/Vikström",
    "Lindqvist/Lindkvist",
    "Lindquist/Lindkvist",
    "Eriksson/Ericson",
    "Carlsson/Karlson",
    "Petterson/Pettersson",
    "Åkerlund/Okerlund",
    "Sjöberg/Schöberg",
    "Gustafsson/Gustavsson",
    "Schmidt/Smith",
    "Hjelm/Jelm",
    "Ljungberg/Jungberg",
    "Nyqvist/Nykvist",
    "Backman/Bakman",
    "Walkeapää/Valkeapää",
    "Näkkäläjärvi/Nakkalajarvi",
    "Aikkio/Aikio",
    "Magga/Makka",
    "Länsmann/Länsman",
    "Jovnna/Jouna",
    "Ovlla/Oula",
    "Biret/Piret",
    "Máret/Maaret",
    "Niillas/Nilas",
    "Duomma/Tuoma",
    "Christina/Kristiina",
    "Philip/Filip",
    "Sophia/Sofia",
    "Theodor/Teodor",
    "Cecilia/Sesilia",
    "Victor/Viktor",
    "Maija/Maia",
    "Katya/Katja",
    "Henry/Henri",
    "Sarah/Saara",
    "Zacharias/Sakarias",
    "Michael/Mikael",
    "Korhonen/Korhonnen",
    "Hvitfelt/Vitfelt",
]
DIFFERENT = [
    "Matti/Martti",
    "Pekka/Pekko",
    "Maria/Marja",
    "Lahti/Latti",
    "Korhonen/Kohonen",
    "Virtanen/Virta",
    "Nieminen/Niemi",
    "Mäkinen/Mäkelä",
    "Laine/Laiho",
    "Heikkinen/Heikkilä",
    "Koskinen/Koskela",
    "Järvinen/Järvelä",
    "Lehtonen/Lehtinen",
    "Salminen/Salonen",
    "Hämäläinen/Häkkinen",
    "Laaksonen/Laakso",
    "Turunen/Turpeinen",
    "Ahonen/Aho",
    "Anna/Anni",
    "Juhani/Johannes",
    "Kaarina/Katariina",
    "Tarja/Tarmo",
    "Eeva/Eevi",
    "Eila/Aila",
    "Aila/Aili",
    "Ritva/Riitta",
    "Sirpa/Sirkka",
    "Eero/Erkki",
    "Ville/Vilho",
    "Jari/Jarmo",
    "Jukka/Juha",
    "Sanna/Sonja",
    "Outi/Oula",
    "Máret/Márjá",
    "Nils/Niillas",
    "Lindström/Lindholm",
    "Nyman/Nylund",
    "Sjöblom/Sjöberg",
    "Aikio/Aikia",
    "Eriksson/Henriksson",
]


def test_there_are_forty_of_each():
    assert (len(ALIKE), len(DIFFERENT)) == (40, 40)


@pytest.mark.parametrize("pair", ALIKE)
def test_said_alike(pair):
    one, other = pair.split("/")

    assert sounds(one) == sounds(other) != ()


@pytest.mark.parametrize("pair", DIFFERENT)
def test_said_differently(pair):
    one, other = pair.split("/")

    assert sounds(one) != sounds(other)


@pytest.mark.django_db
def test_the_database_hears_as_python_does():
    names = [name for pair in (*ALIKE, *DIFFERENT) for name in pair.split("/")]
    names += ["Åsa-Märtha O’Brien", "ŠAARA čáŋe", "Đurđa ŧ", "", " - ", "A Bo", "Ægir Øst"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, paku_sounds(name) FROM unnest(%s::text[]) name", [names])
        heard = cursor.fetchall()

    assert [(name, tuple(keys)) for name, keys in heard] == [(name, sounds(name)) for name in names]


@pytest.mark.django_db
def test_a_name_written_by_ear_is_found_and_said_to_sound_alike(ohjaaja, team):
    known(team, "Wickström", "Christina")

    assert found(ohjaaja, "Vikström Kristiina") == ["Wickström Christina"]
    (hit,) = search_clients(ohjaaja, Wanted.from_text("Vikström Kristiina"))
    assert hit.sounds_alike


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["234567", "123 4567", "01234567", "0401234567", "1 234 567"])
def test_a_number_is_found_by_its_last_six_digits_or_more(ohjaaja, team, typed):
    known(team, "Salo", "Eero").contact_points.create(kind="phone", value="+358401234567")
    known(team, "Aho", "Aino").contact_points.create(kind="phone", value="+358401234560")

    assert found(ohjaaja, typed) == ["Salo Eero"]


@pytest.mark.django_db
def test_fewer_digits_ask_for_nobody(ohjaaja, team):
    known(team, "Salo", "Eero").contact_points.create(kind="phone", value="+358401234567")

    assert found(ohjaaja, "34567") == []


@pytest.mark.django_db
def test_the_end_of_a_protected_number_finds_nobody(ohjaaja, team):
    client = known(team, "Salo", "Eero", is_protected=True)
    client.contact_points.create(kind="phone", value="+358401234567")

    assert found(ohjaaja, "1234567") == []
