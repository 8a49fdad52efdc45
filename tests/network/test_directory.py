"""Who does what in the area, where and how soon."""

from datetime import time, timedelta

import pytest

from clients.models import Municipality
from network.models import ContactPerson, PopUpDay, Service
from network.models.organisation import OrganisationKind
from paku.access.roles import Role
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import OrganisationFactory, today, worker

pytestmark = pytest.mark.django_db

DIRECTORY = "/network/"
VIITASAARI, PIHTIPUDAS = "931", "601"


def service(name="Velkaneuvonta", *, organisation=None, places=(), **fields):
    made = Service.objects.create(
        organisation=organisation or OrganisationFactory(), name=name, **fields
    )
    made.municipalities.set(Municipality.objects.filter(code__in=places))
    return made


def names(answer):
    return [
        home.organisation.name
        for group in answer.context["directory"].groups
        for home in group.homes
    ]


def offers(answer):
    groups = answer.context["directory"].groups
    return [offer for group in groups for home in group.homes for offer in home.offers]


def services(answer):
    return [offer.service.name for offer in offers(answer)]


def text_of(answer):
    return " ".join(answer.content.decode().split())


def test_organisations_stand_by_kind_with_their_services(desk):
    service(
        "Perustoimeentulotuki",
        organisation=OrganisationFactory(name="Kela", kind=OrganisationKind.KELA),
    )
    service(
        "Ruoka-apu",
        organisation=OrganisationFactory(name="Seurakunta", kind=OrganisationKind.PARISH),
    )

    groups = desk.get(DIRECTORY).context["directory"].groups

    assert [[home.organisation.name for home in group.homes] for group in groups] == [
        ["Kela"],
        ["Seurakunta"],
    ]


def test_a_number_rings_when_it_is_touched(desk):
    kela = OrganisationFactory(name="Kela", phone="+358401234567")
    ContactPerson.objects.create(organisation=kela, name="Päivi Puro", phone="+358401234568")

    page = text_of(desk.get(DIRECTORY))

    assert 'href="tel:+358401234567"' in page
    assert "Päivi Puro" in page
    assert 'href="tel:+358401234568"' in page


def test_narrowed_by_municipality_what_serves_all_stays(desk):
    service("Pihtiputaan päiväkeskus", places=[PIHTIPUDAS])
    service("Viitasaaren päiväkeskus", places=[VIITASAARI])
    service("Kriisipuhelin")

    assert set(services(desk.get(DIRECTORY, {"municipality": PIHTIPUDAS}))) == {
        "Pihtiputaan päiväkeskus",
        "Kriisipuhelin",
    }


@pytest.mark.parametrize("sent", ["99", "9999", "' or 1", "٩٩٢"])
def test_a_broken_municipality_is_as_if_it_were_not_there(desk, sent):
    service("Kriisipuhelin", places=[PIHTIPUDAS])

    assert services(desk.get(DIRECTORY, {"municipality": sent})) == ["Kriisipuhelin"]


@pytest.mark.parametrize("typed", ["te-toimisto", "TE toimisto", "työllisyys", "TYOLLISYYS alue"])
def test_an_old_name_finds_the_new_one(desk, typed):
    OrganisationFactory(
        name="Pohjoisen Keski-Suomen työllisyysalue", former_names="TE-toimisto, työvoimatoimisto"
    )
    OrganisationFactory(name="Kela")

    assert names(desk.post(DIRECTORY, {"q": typed})) == ["Pohjoisen Keski-Suomen työllisyysalue"]


def test_a_service_is_found_without_its_neighbours(desk):
    office = OrganisationFactory(name="Oikeuspalveluvirasto")
    service("Talous- ja velkaneuvonta", organisation=office)
    service("Edunvalvonta", organisation=office)

    assert services(desk.post(DIRECTORY, {"q": "velkaneuvonta"})) == ["Talous- ja velkaneuvonta"]


def test_a_search_stays_within_the_chosen_municipality(desk):
    service("Ruoka-apu", organisation=OrganisationFactory(name="Seurakunta"), places=[VIITASAARI])
    service("Ruoka-apu", organisation=OrganisationFactory(name="Yhdistys"), places=[PIHTIPUDAS])

    assert names(desk.post(f"{DIRECTORY}?municipality={PIHTIPUDAS}", {"q": "ruoka"})) == [
        "Yhdistys"
    ]


@pytest.mark.parametrize(
    ("typed", "status"), [("zzz", 200), ("%", 200), ("a\x00b", 422), ("x" * 101, 422)]
)
def test_words_that_find_nothing_or_are_no_words(desk, typed, status):
    OrganisationFactory(name="Kela")

    answer = desk.post(DIRECTORY, {"q": typed})

    assert answer.status_code == status
    assert status == 422 or names(answer) == []


def test_next_pop_up_days_first_and_none_that_is_over(desk):
    kela = service("Kela-piste", places=[PIHTIPUDAS])
    place = Municipality.objects.get(code=PIHTIPUDAS)
    for days in (30, -1, 0, 9, 16):
        PopUpDay.objects.create(
            service=kela, municipality=place, place="kunnantalo", on=today() + timedelta(days=days),
            opens_at=time(9), closes_at=time(12),
        )  # fmt: skip

    answer = desk.get(DIRECTORY)

    (offer,) = offers(answer)
    assert [(day.on - today()).days for day in offer.pop_ups] == [0, 9, 16]
    assert "9.00–12.00, kunnantalo" in text_of(answer)


def test_what_is_made_up_for_the_demonstration_is_marked(desk):
    OrganisationFactory(name="Kela")
    plain = desk.get(DIRECTORY)
    OrganisationFactory(name="Nova", is_made_up=True)
    marked = desk.get(DIRECTORY)

    told = [
        (page.context["directory"].has_made_up, text_of(page).count("tone-warn"))
        for page in (plain, marked)
    ]
    assert told == [(False, 0), (True, 2)]


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.STUDENT, 200),
        (Role.NEAR_WORKER, 200),
        (Role.MAIN_USER, 200),
        (Role.PRIVACY_OFFICER, 200),
    ],
)
def test_who_reads_the_directory(role, status):
    assert Desk().sit(worker(role)).get(DIRECTORY).status_code == status


def test_no_entry_is_written_for_there_is_nobody_in_it(desk):
    assert desk.get(DIRECTORY).status_code == 200
    assert not Entry.objects.exists()


def test_ten_organisations_cost_what_one_costs(desk):
    def add(count):
        for number in range(count):
            made = service(f"Palvelu {number}", places=[PIHTIPUDAS, VIITASAARI])
            ContactPerson.objects.create(organisation=made.organisation, name="Päivi Puro")
            PopUpDay.objects.create(
                service=made, municipality=Municipality.objects.get(code=PIHTIPUDAS), place="kirjasto",
                on=today(), opens_at=time(9), closes_at=time(12),
            )  # fmt: skip

    add(1)
    one = desk.cost(DIRECTORY)
    add(9)

    assert desk.cost(DIRECTORY) == one <= 10  # a page with a search
