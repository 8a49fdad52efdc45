"""S12: local partnership: who works together in this village, when they meet, and whom one calls about it."""

import pytest
from django.urls import reverse

from clients.models import Municipality
from network.actions.area_networks import seen_as
from network.models import AreaNetwork
from tests.factories import AreaNetworkFactory, ContactPersonFactory, OrganisationFactory, worker

pytestmark = pytest.mark.django_db

AREAS = "/network/areas/"


def sheet(**fields):
    place = Municipality.objects.get(code="601")
    row = {"name": "Muurasjärven kyläverkosto", "municipality": place.pk,
           "village": place.villages.get(name="Muurasjärvi").pk, "members": [OrganisationFactory().pk],
           "convener": "", "meets": "kuun ensimmäinen maanantai klo 13, koulu", "next_on": "", "about": "",
           "ended_on": ""}  # fmt: skip
    return row | fields


def page(network):
    return reverse("network:area-network", args=[network.ref])


def test_an_instructor_writes_down_who_works_together(desk):
    parish, shop = OrganisationFactory(name="Seurakunta"), OrganisationFactory(name="Kyläkauppa")
    deacon = ContactPersonFactory(
        organisation=parish, name="Elina Korpisaari", phone="+358400000541"
    )

    answer = desk.send(
        f"{AREAS}new/", sheet(members=[parish.pk, shop.pk], convener=deacon.pk, next_on="5.3.2027")
    )

    told = desk.get(answer.url).content.decode()
    for words in ("Muurasjärvi (Pihtipudas)", "Seurakunta", "Kyläkauppa", "Elina Korpisaari",
                  "tel:+358400000541", "5.3.2027", "klo 13, koulu"):  # fmt: skip
        assert words in told


def test_an_organisation_tells_where_it_works_together(desk):
    network = AreaNetworkFactory(members=[home := OrganisationFactory()])

    told = desk.get(reverse("network:entry", args=[home.ref])).content.decode()

    assert network.name in told


def test_one_that_does_not_meet_any_more_is_folded_away(desk):
    network = AreaNetworkFactory()
    member = network.members.get()
    seen = seen_as(network)
    fields = sheet(name=network.name, members=[member.pk], ended_on="1.2.2026", seen=seen)

    desk.send(reverse("network:edit-area-network", args=[network.ref]), fields)

    found = desk.get(AREAS)
    assert (found.context["networks"], found.context["ended"]) == ([], [network])
    assert (
        network.name not in desk.get(reverse("network:entry", args=[member.ref])).content.decode()
    )


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"name": ""}, "name"),
        ({"name": "<script>"}, "name"),
        ({"members": []}, "members"),
        ({"members": ["0"]}, "members"),
        ({"convener": "0"}, "convener"),
        ({"next_on": "32.1.2027"}, "next_on"),
        ({"about": "x" * 401}, "about"),
    ],
)
def test_what_cannot_be_is_told_so_beside_the_field(desk, fields, wrong):
    answer = desk.send(f"{AREAS}new/", sheet(**fields))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [wrong])
    assert "klo 13, koulu" in answer.content.decode()
    assert not AreaNetwork.objects.exists()


def test_a_village_of_elsewhere_is_no_village_of_this_municipality(desk):
    elsewhere = Municipality.objects.get(code="931")

    answer = desk.send(f"{AREAS}new/", sheet(municipality=elsewhere.pk))

    assert list(answer.context["form"].errors) == ["village"]


def test_two_of_one_name_are_refused(desk):
    AreaNetworkFactory(name="Muurasjärven kyläverkosto")

    assert desk.send(f"{AREAS}new/", sheet()).status_code == 409


@pytest.mark.parametrize("role", ["near_worker", "student", "privacy_officer"])
def test_who_only_reads_writes_none(desk, role):
    network = AreaNetworkFactory()
    desk.sit(worker(role))

    assert desk.get(page(network)).status_code == 200
    assert desk.send(f"{AREAS}new/", sheet()).status_code == 403


def test_ten_networks_cost_what_one_costs(desk):
    AreaNetworkFactory(convener=ContactPersonFactory())
    one = desk.cost(AREAS)
    for _ in range(9):
        AreaNetworkFactory(convener=ContactPersonFactory())

    assert desk.cost(AREAS) == one <= 9
