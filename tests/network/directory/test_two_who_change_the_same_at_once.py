"""What all may change is changed by one at a time: whoever saves second is shown both texts."""

import pytest
from django.urls import reverse

from network.models import Presence
from paku.audit.models import Entry
from tests.factories import AreaNetworkFactory, OrganisationFactory, PresenceFactory

pytestmark = pytest.mark.django_db


def opened(desk, address, **fields):
    """The sheet as it was opened, with some of its fields typed over."""
    form = desk.get(address).context["form"]
    known = {name: form[name].value() or "" for name in form.fields if name != "submission_id"}
    lists = {
        name: [getattr(one, "pk", one) for one in value]
        for name, value in known.items()
        if isinstance(value, list)
    }
    return known | lists | fields


@pytest.fixture
def place(desk):
    row = PresenceFactory(hours="9–15", days=[0, 2])
    return row, reverse("network:presence", args=[row.ref]), "hours"


@pytest.fixture
def village(desk):
    network = AreaNetworkFactory(meets="maanantaisin")
    return network, reverse("network:edit-area-network", args=[network.ref]), "meets"


@pytest.fixture(params=["place", "village"])
def shared(request):
    return request.getfixturevalue(request.param)


def test_who_comes_second_is_shown_both_and_nothing_is_lost(desk, shared):
    row, address, field = shared
    mine, theirs = (opened(desk, address, **{field: text}) for text in ("klo 12", "klo 14"))
    assert desk.send(address, theirs).status_code == 303

    answer = desk.send(address, mine)

    html = answer.content.decode()
    assert answer.status_code == 409
    assert all(text in html for text in ("klo 12", "klo 14"))
    row.refresh_from_db()
    assert getattr(row, field) == "klo 14"


def test_who_opens_it_anew_saves_it(desk, shared):
    row, address, field = shared
    desk.send(address, opened(desk, address, **{field: "klo 14"}))

    answer = desk.send(address, opened(desk, address, **{field: "klo 12"}))

    row.refresh_from_db()
    assert (answer.status_code, getattr(row, field)) == (303, "klo 12")


def test_nothing_changed_is_no_deed(desk, shared):
    _row, address, _field = shared

    assert desk.send(address, opened(desk, address)).status_code == 303

    told = ["network.place_told", "network.area_network_told"]
    assert not Entry.objects.filter(deed__in=told).exists()


def test_who_works_together_is_seen_too(desk, village):
    network, address, _field = village
    shop = OrganisationFactory(name="Kyläkauppa")
    sent = opened(desk, address, meets="tiistaisin")
    network.members.add(shop)

    answer = desk.send(address, sent)

    assert answer.status_code == 409
    assert "Kyläkauppa" in answer.content.decode()
    assert shop in network.members.all()


def test_the_same_place_twice_is_refused(desk):
    row = PresenceFactory()
    fields = {"municipality": row.municipality_id, "place": row.place}

    answer = desk.send(reverse("network:new-presence", args=[row.service.ref]), fields)

    assert answer.status_code == 409
    assert Presence.objects.count() == 1
