"""S22: as the crow flies to the nearest place of each service; nothing of it with turvakielto."""

from decimal import Decimal

import pytest

from clients.models import Client, Municipality
from network.directory.distance import km_between
from network.models import PopUpDay
from tests.factories import today
from tests.network.ways import address, lives_in, service

pytestmark = pytest.mark.django_db


def far_from(desk, path):
    return {far.service.name: far for far in desk.get(address("coping", path)).context["distances"]}


def test_viitasaari_is_some_ninety_three_kilometres_from_jyvaskyla():
    one, other = (Municipality.objects.get(name=name) for name in ("Viitasaari", "Jyväskylä"))

    assert 92 < km_between(one, other) < 94


def test_the_nearest_place_counts_and_a_pop_up_day_is_a_place(desk, path):
    lives_in(path, "Pihtipudas")
    kela = service("Kela-palvelu", "Jyväskylä", "Äänekoski")
    service("Velkaneuvonta", "Viitasaari")
    service("Koko alueen neuvonta")
    before = far_from(desk, path)
    PopUpDay.objects.create(
        service=kela, municipality=Municipality.objects.get(name="Pihtipudas"), place="Kirjasto",
        on=today(), opens_at="10:00", closes_at="14:00",
    )  # fmt: skip
    after = far_from(desk, path)

    assert (before["Kela-palvelu"].place.name, before["Kela-palvelu"].km) == ("Äänekoski", 86)
    assert (after["Kela-palvelu"].km, after["Kela-palvelu"].is_pop_up) == (0, True)
    assert before["Velkaneuvonta"].place.name == "Viitasaari"
    assert before["Koko alueen neuvonta"].km is None
    assert list(after) == ["Kela-palvelu", "Velkaneuvonta", "Koko alueen neuvonta"]


def test_it_is_measured_from_the_village_when_its_place_is_known(desk, path):
    home = lives_in(path, "Viitasaari")
    village = home.villages.create(
        name="Etäkylä", latitude=home.latitude + Decimal("0.1"), longitude=home.longitude
    )
    Client.objects.filter(pk=path.client.pk).update(village=village)
    service("Velkaneuvonta", "Viitasaari")

    assert far_from(desk, path)["Velkaneuvonta"].km == 11


def test_with_turvakielto_nothing_is_measured(desk, path):
    service("Velkaneuvonta", "Viitasaari")
    Client.objects.filter(pk=path.client.pk).update(
        is_protected=True, municipality=None, village=None
    )

    answer = desk.get(address("coping", path))

    assert (answer.context["home"], answer.context["distances"]) == (None, [])
    assert "Velkaneuvonta" not in answer.content.decode()


def test_the_area_it_serves_tells_nothing_of_where_a_service_is(desk, path):
    """The hospital serves Pihtipudas from Jyväskylä: an hour and more, not next door."""
    home = lives_in(path, "Pihtipudas")
    hospital = service("Päivystys", "Jyväskylä")
    nowhere = service("Puhelinneuvonta")
    for one in (hospital, nowhere):
        one.municipalities.set([home])

    far = far_from(desk, path)

    assert (far["Päivystys"].place.name, far["Päivystys"].km > 100) == ("Jyväskylä", True)
    assert (far["Puhelinneuvonta"].place, far["Puhelinneuvonta"].km) == (None, None)


def test_a_village_whose_place_is_not_known_is_not_measured_as_the_centre(desk, path):
    home = lives_in(path, "Pihtipudas")
    shop = service("Kyläkauppa")
    shop.presences.create(municipality=home, village=home.villages.create(name="Etäkylä"))

    assert far_from(desk, path)["Kyläkauppa"].km is None
