"""S3 and S9: who is there, by municipality and village; cafés and groups to which one may just come."""

import pytest
from django.apps import apps
from django.urls import reverse

from clients.models import Municipality
from network.actions.presences import seen_as
from network.models import Presence
from network.models.service import ServiceKind
from tests.factories import (
    ContactPersonFactory,
    OrganisationFactory,
    PresenceFactory,
    ServiceFactory,
    today,
    worker,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(desk):
    """In English, the language in which the reasons are written here."""
    desk.user.language = "en"
    desk.user.save()
    return desk


DIRECTORY = "/network/"


def shown(answer):
    return {
        offer.service.name
        for group in answer.context["directory"].groups
        for home in group.homes
        for offer in home.offers
    }


def text_of(answer):
    return " ".join(answer.content.decode().split())


def page(row):
    return reverse("network:entry", args=[row.ref])


def test_meeting_places_cafes_and_groups_stand_apart_from_what_is_applied_for(desk):
    ServiceFactory(name="Toimeentulotuki")
    ServiceFactory(name="Keskiviikon lounas", kind=ServiceKind.CAFE, has_meals=True)
    ServiceFactory(name="Kohtaamispaikka", kind=ServiceKind.MEETING_PLACE)
    ServiceFactory(name="Vertaisryhmä", kind=ServiceKind.GROUP, has_peer_support=True)

    found = desk.get(DIRECTORY, {"what": "belonging"})

    assert shown(found) == {"Keskiviikon lounas", "Kohtaamispaikka", "Vertaisryhmä"}
    assert "there is something to eat" in text_of(found)
    assert "peers support each other" in text_of(found)


def test_help_to_get_there_is_told_beside_the_meal(desk):
    meal = ServiceFactory(kind=ServiceKind.CAFE, ride_help="kyyti kylätaloilta klo 10.30")

    assert "kyyti kylätaloilta klo 10.30" in text_of(desk.get(page(meal)))


def test_nobody_who_comes_can_be_written_down():
    """Light contact without surveillance: no table joins a person to a meeting place, a day or an area network."""
    watched = {"network.Presence", "network.PopUpDay", "network.PopUpSeries", "network.AreaNetwork"}
    joined = {
        field.related_model._meta.label
        for label in watched
        for field in apps.get_model(label)._meta.get_fields()
        if field.is_relation and field.related_model
    }

    assert "clients.Client" not in joined
    assert "network.Member" not in joined


def test_who_is_there_on_which_days_and_how_one_gets_there_by_bus(desk):
    kela = ServiceFactory(name="Kelan neuvonta")
    PresenceFactory(
        service=kela, place="Kirjasto", days=[1, 3], hours="10–14", who="Johanna Päiväniemi",
        bus="Muurasjärveltä 8.10, takaisin 14.30",
    )  # fmt: skip

    told = text_of(desk.get(page(kela)))

    assert "Kirjasto, Pihtipudas: Tuesday, Thursday 10–14, Johanna Päiväniemi" in told
    assert "Muurasjärveltä 8.10, takaisin 14.30" in told


def test_narrowed_to_a_village_only_what_is_met_there(desk):
    place = Municipality.objects.get(code="601")
    village = place.villages.get(name="Muurasjärvi")
    PresenceFactory(service__name="Kyläkauppa", municipality=place, village=village)
    PresenceFactory(service__name="Kunnantalon neuvonta", municipality=place)

    in_village = desk.get(DIRECTORY, {"municipality": "601", "village": "Muurasjärvi"})

    assert shown(in_village) == {"Kyläkauppa"}
    assert shown(desk.get(DIRECTORY, {"village": "Muurasjärvi"})) == {
        "Kyläkauppa",
        "Kunnantalon neuvonta",
    }


def test_an_organisation_has_a_page_with_its_services_and_people(desk):
    home = OrganisationFactory(name="Seurakunta", former_names="Kirkkoherranvirasto")
    ContactPersonFactory(organisation=home, name="Elina Korpisaari", phone="+358400000541")
    ServiceFactory(organisation=home, name="Diakoniatyö", usual_wait_days=3)

    told = text_of(desk.get(page(home)))

    for words in (
        "Kirkkoherranvirasto",
        "Elina Korpisaari",
        "tel:+358400000541",
        "Diakoniatyö",
        "about 3 days",
    ):
        assert words in told


def test_a_place_is_told_corrected_and_ended_by_those_who_work_there(desk):
    service = ServiceFactory()
    viitasaari = Municipality.objects.get(code="931")
    fields = {"municipality": viitasaari.pk, "village": "", "place": "Tupa", "days": ["0", "2"],
              "hours": "9–15", "who": "", "bus": ""}  # fmt: skip

    desk.send(reverse("network:new-presence", args=[service.ref]), fields)
    row = Presence.objects.get(service=service)
    desk.send(
        reverse("network:presence", args=[row.ref]),
        {**fields, "hours": "10–15", "seen": seen_as(row)},
    )
    row.refresh_from_db()
    told = (row.days, row.hours, row.is_open_on(today()))
    answer = desk.send(reverse("network:end-presence", args=[row.ref]), {})

    assert told == ([0, 2], "10–15", today().weekday() in (0, 2))
    assert answer.status_code == 303
    assert not Presence.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("municipality", "0"),
        ("municipality", "x"),
        ("days", "7"),
        ("hours", "a\x00b"),
        ("bus", "x" * 201),
    ],
)
def test_a_place_that_cannot_be_is_told_so_beside_the_field(desk, field, value):
    service = ServiceFactory()
    fields = {
        "municipality": Municipality.objects.get(code="931").pk,
        "place": "Tupa",
        "who": "Pentti",
    }

    answer = desk.send(
        reverse("network:new-presence", args=[service.ref]), {**fields, field: value}
    )

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert "Pentti" in answer.content.decode()
    assert not Presence.objects.exists()


@pytest.mark.parametrize("role", ["near_worker", "student", "privacy_officer"])
def test_who_only_reads_tells_no_places(desk, role):
    service = ServiceFactory()
    address = reverse("network:new-presence", args=[service.ref])
    desk.sit(worker(role))

    assert desk.get(page(service)).status_code == 200
    assert desk.send(address, {"municipality": "1"}).status_code == 403


def test_ten_services_of_an_organisation_cost_what_one_costs(desk):
    home = OrganisationFactory()
    PresenceFactory(service__organisation=home)
    one = desk.cost(page(home))
    for _ in range(9):
        PresenceFactory(service__organisation=home)

    assert desk.cost(page(home)) == one
