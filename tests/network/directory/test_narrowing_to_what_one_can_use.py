"""The list and the person's page are narrowed by how a service is reached: at home, from afar, near, without codes."""

from datetime import timedelta

import pytest
from django.urls import reverse

from clients.models import Municipality
from network.models import PopUpDay, Presence
from tests.factories import CareFactory, ServiceFactory, today

pytestmark = pytest.mark.django_db


def town(code):
    return Municipality.objects.get(code=code)


def named(answer):
    groups = answer.context["directory"].groups
    return [o.service.name for group in groups for home in group.homes for o in home.offers]


@pytest.fixture
def services():
    return [
        ServiceFactory(name="Kotiin", makes_home_visits=True, needs_digital_identity=True),
        ServiceFactory(name="Etänä", is_remote_possible=True, needs_identity=True),
        ServiceFactory(name="Digituki", is_digi_help=True),
    ]


@pytest.mark.parametrize(
    ("what", "found"),
    [
        ("home", {"Kotiin"}),
        ("remote", {"Etänä"}),
        ("digi", {"Digituki"}),
        ("no_net", {"Etänä", "Digituki"}),
        ("no_card", {"Kotiin", "Digituki"}),
        ("today", set()),
        ("nonsense", {"Kotiin", "Etänä", "Digituki"}),
    ],
)
def test_the_list_is_narrowed(desk, services, what, found):
    assert set(named(desk.get("/network/", {"what": what}))) == found


def test_who_is_here_today_by_weekday_and_by_day(desk, services):
    weekly, dated, cancelled = services
    Presence.objects.create(service=weekly, municipality=town("931"), days=[today().weekday()])
    for service, is_cancelled in ((dated, False), (cancelled, True)):
        PopUpDay.objects.create(
            service=service, municipality=town("601"), place="Kirjasto", on=today(), opens_at="10:00",
            closes_at="12:00", is_cancelled=is_cancelled,
        )  # fmt: skip

    assert set(named(desk.get("/network/", {"what": "today"}))) == {"Kotiin", "Etänä"}
    assert named(desk.get("/network/", {"what": "today", "municipality": "601"})) == ["Etänä"]


def test_on_another_weekday_it_is_not_here(desk, services):
    tomorrow = (today() + timedelta(days=1)).weekday()
    Presence.objects.create(service=services[0], municipality=town("931"), days=[tomorrow])

    assert named(desk.get("/network/", {"what": "today"})) == []


@pytest.fixture
def near(desk):
    care = CareFactory(own_worker=desk.user, client__municipality=town("931"))
    far, close = ServiceFactory(name="Kaukana"), ServiceFactory(name="Lähellä")
    ServiceFactory(name="Kotiin", makes_home_visits=True)
    Presence.objects.create(service=far, municipality=town("179"))
    Presence.objects.create(service=close, municipality=town("931"))
    return reverse("network:here", args=[care.client.ref])


def here(desk, url, **query):
    groups = desk.get(url, query).context["groups"]
    return {one.service.name for _fit, _label, rows in groups for one in rows}


def test_for_the_person_by_distance_and_what_comes_to_them_stays(desk, near):
    assert here(desk, near, km="25") == {"Lähellä", "Kotiin"}
    assert here(desk, near, km="7") == {"Lähellä", "Kotiin", "Kaukana"}


def test_for_the_person_by_how_it_fits(desk, near):
    answer = desk.get(near, {"fit": "ready"})

    assert [fit.name for fit, _label, _rows in answer.context["groups"]] == ["READY"]
    assert "Lähellä" in here(desk, near, fit="ready")


def test_with_turvakielto_nothing_is_measured_whatever_is_asked(desk):
    care = CareFactory(own_worker=desk.user, client__is_protected=True)
    ServiceFactory(name="Kaukana")
    url = reverse("network:here", args=[care.client.ref])

    answer = desk.get(url, {"km": "5"})

    assert here(desk, url, km="5") == {"Kaukana"}
    assert 'name="km"' not in answer.content.decode()
