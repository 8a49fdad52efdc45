"""S22 and row 11 of what is asked for: what is here for this person, with the reasons in words."""

import pytest
from django.urls import reverse

from clients.models import Client, Municipality
from network.directory.fitting import Fit
from network.models import EServiceAbility, Mobility
from network.models.service import ServiceKind
from paku.audit.models import Entry
from tests.clients.standings import colleague, near_worker, stranger
from tests.desk import Desk
from tests.factories import PopUpDayFactory, PresenceFactory, ServiceFactory, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(desk):
    """In English, the language in which the reasons are written here."""
    desk.user.language = "en"
    desk.user.save()
    return desk


@pytest.fixture
def person(path):
    """Lives in Pihtipudas."""
    Client.objects.filter(pk=path.client.pk).update(
        municipality=Municipality.objects.get(code="601"), village=None
    )
    return path.client


def here(path_or_client):
    return reverse("network:here", args=[path_or_client.ref])


def found(desk, client, **query):
    rows = [
        one
        for _fit, _label, rows in desk.get(here(client), query).context["groups"]
        for one in rows
    ]
    return {one.service.name: one for one in rows}


def goes_by(client, *ways, by):
    Mobility.objects.create(client=client, ways=list(ways), told_on=today(), heard_by=by)


def copes(client, ability, *, by, **fields):
    row = {"common": "suomi_fi", "ability": ability, "told_on": today(), "heard_by": by}
    EServiceAbility.objects.create(client=client, **row | fields)


def in_jyvaskyla(**fields):
    return PresenceFactory(municipality=Municipality.objects.get(code="179"), **fields).service


def test_what_comes_home_fits_whoever_does_not_get_away(desk, person):
    goes_by(person, "none", by=desk.user)
    in_jyvaskyla(service__name="Kotihoito", service__makes_home_visits=True)
    in_jyvaskyla(service__name="Poliklinikka")

    services = found(desk, person)

    assert services["Kotihoito"].fit is Fit.READY
    assert services["Kotihoito"].reasons.good == ["comes to the home"]
    assert services["Poliklinikka"].fit is Fit.NOT_NOW
    assert "too far with the ways that there are" in services["Poliklinikka"].reasons.against[0]


@pytest.mark.parametrize(
    ("ways", "fit", "words"),
    [
        (["car"], Fit.READY, "about 126 km: Jyväskylä"),
        (["bus"], Fit.ARRANGED, "by bus: klo 7.40 Nova"),
        (["lift"], Fit.ARRANGED, "agree on a ride"),
        (["own_power"], Fit.NOT_NOW, "too far"),
        (["none"], Fit.NOT_NOW, "too far"),
    ],
)
def test_the_ways_that_the_person_told_decide_whether_it_is_too_far(desk, person, ways, fit, words):
    goes_by(person, *ways, by=desk.user)
    in_jyvaskyla(service__name="Poliklinikka", bus="klo 7.40 Nova")

    (one,) = found(desk, person).values()

    reasons = one.reasons.good + one.reasons.arrange + one.reasons.against
    assert one.fit is fit
    assert words in reasons[0]


def test_a_pop_up_day_brings_it_near_and_a_cancelled_one_does_not(desk, person):
    goes_by(person, "own_power", by=desk.user)
    day = PopUpDayFactory(service=in_jyvaskyla(service__name="Kela"))
    before = found(desk, person)["Kela"]
    type(day).objects.update(is_cancelled=True, why_cancelled="Koulutus")

    assert (before.fit, before.pop_ups) == (Fit.READY, [day])
    assert found(desk, person)["Kela"].fit is Fit.NOT_NOW


@pytest.mark.parametrize(
    ("ability", "helper", "fit"),
    [("alone", "", Fit.READY), ("with_help", "sisko", Fit.ARRANGED), ("no_means", "", Fit.NOT_NOW),
     ("not_wanted", "", Fit.NOT_NOW), (None, "", Fit.ARRANGED)],
)  # fmt: skip
def test_identification_on_the_net_by_what_the_person_told(desk, person, ability, helper, fit):
    if ability:
        copes(person, ability, helper=helper, by=desk.user)
    ServiceFactory(name="Tuki", needs_digital_identity=True, is_remote_possible=True)

    one = found(desk, person)["Tuki"]

    assert one.fit is fit
    assert helper in str(one.reasons.arrange)


def test_the_answer_about_the_service_itself_counts_first(desk, person):
    tuki = ServiceFactory(name="Tuki", needs_digital_identity=True, is_remote_possible=True)
    copes(person, "no_means", by=desk.user)
    copes(person, "alone", common="", service=tuki, by=desk.user)

    assert found(desk, person)["Tuki"].fit is Fit.READY


def test_what_has_not_been_asked_is_said_to_be_so_and_shuts_nothing_out(desk, person):
    in_jyvaskyla(service__name="Poliklinikka", service__needs_identity=True)

    one = found(desk, person)["Poliklinikka"]

    assert one.fit is Fit.ARRANGED
    assert "how the person gets about has not been asked" in one.reasons.arrange
    assert any("identity card" in words for words in one.reasons.arrange)


def test_a_service_for_the_people_of_elsewhere_is_not_here(desk, person):
    elsewhere = ServiceFactory(name="Viitasaaren paja")
    elsewhere.municipalities.set([Municipality.objects.get(code="931")])
    ServiceFactory(name="Koko alueen neuvonta")

    assert set(found(desk, person)) == {"Koko alueen neuvonta"}


def test_help_to_get_there_makes_a_meal_fit_who_has_no_ride(desk, person):
    goes_by(person, "own_power", by=desk.user)
    in_jyvaskyla(
        service__name="Lounas", service__kind=ServiceKind.CAFE, service__ride_help="kyyti kylältä"
    )
    ServiceFactory(name="Toimeentulotuki")

    meals = found(desk, person, what="belonging")

    assert list(meals) == ["Lounas"]
    assert "kyyti kylältä" in meals["Lounas"].reasons.arrange[0]


def test_with_turvakielto_nothing_is_measured_and_no_place_is_used(desk, path):
    Client.objects.filter(pk=path.client.pk).update(
        is_protected=True, municipality=None, village=None
    )
    local = in_jyvaskyla(service__name="Pihtiputaan paja")
    local.municipalities.set([Municipality.objects.get(code="601")])
    in_jyvaskyla(service__name="Neuvonta")

    services = found(desk, path.client)

    assert list(services) == ["Neuvonta"]
    assert services["Neuvonta"].far.km is None
    assert "km" not in str(services["Neuvonta"].reasons)


def test_looking_is_on_the_trail(desk, person):
    desk.get(here(person))

    entry = Entry.objects.get(deed="network.read")
    assert entry.sections == ["coping", "here"]


@pytest.mark.parametrize(("who", "status"), [(stranger, 404), (colleague, 403), (near_worker, 403)])
def test_who_sees_it(path, who, status):
    assert Desk().sit(who(path)).get(here(path.client)).status_code == status


def test_ten_services_cost_what_one_costs(desk, person):
    goes_by(person, "bus", by=desk.user)

    def add():
        PopUpDayFactory(service=PresenceFactory().service)

    add()
    one = desk.cost(here(person))
    for _ in range(9):
        add()

    assert desk.cost(here(person)) == one
