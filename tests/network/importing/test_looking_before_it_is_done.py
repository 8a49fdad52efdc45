"""A table is brought: one sees row by row what it would do, and until another confirms it nothing is done."""

import pytest

from clients.models import Municipality
from network.models import DirectoryImport, ExternalRef, Organisation, Presence, Service
from tests.factories import OrganisationFactory, today
from tests.network.importing.files import bring_in, changes, confirm, looked_at, row, table

pytestmark = pytest.mark.django_db


@pytest.fixture
def parish():
    return OrganisationFactory(name="Seurakunta", kind="parish", phone="+358140000600")


def test_the_dry_run_tells_what_is_new_changed_the_same_and_not_in_the_file(bringer, parish):
    Service.objects.create(organisation=parish, name="Ruoka-apu", opening="ti 10–12")
    Service.objects.create(organisation=parish, name="Diakonia")
    Service.objects.create(organisation=parish, name="Leirit")

    _url, page = looked_at(
        bringer,
        table(
            row("Ruoka-apu", opening="ti ja to 10–12", phone="0400 000 601"),
            row("Diakonia"),
            row("Perhekahvila", phone="+358 40 000 0602"),
        ),
    )

    (changed,) = page.changed
    assert changed.title == "Ruoka-apu, Seurakunta"
    assert changed.where == "Row 2"
    assert changes(changed) == {
        "When it is open": ("ti 10–12", "ti ja to 10–12"),
        "Phone of the service": ("", "040 000 0601"),
    }
    assert [told.title for told in page.new] == ["Perhekahvila, Seurakunta"]
    assert [told.title for told in page.same] == ["Seurakunta", "Diakonia, Seurakunta"]
    assert page.missing == ["Leirit, Seurakunta"]


def test_nothing_is_done_by_looking(bringer):
    looked_at(bringer, table(row()))

    assert not Organisation.objects.exists()


def test_what_was_shown_is_done_and_nothing_is_deleted(bringer, second, parish):
    food = Service.objects.create(organisation=parish, name="Ruoka-apu", opening="ti 10–12")
    food.municipalities.set(Municipality.objects.filter(code="931"))
    Service.objects.create(organisation=parish, name="Leirit")

    counts = bring_in(
        bringer,
        second,
        table(
            row("Ruoka-apu", municipalities="Pihtipudas, 931", usual_wait_days="7", has_meals="kyllä"),
            row("Kahvila", "Kylätalo", "association", kind="cafe", places="Viitasaari: Kylätalo | Pihtipudas"),
        ),
    )  # fmt: skip

    food.refresh_from_db()
    cafe = Service.objects.get(name="Kahvila")
    assert counts == {"new": 2, "changed": 1, "same": 1, "bad": 0, "missing": 1}
    assert (food.opening, food.usual_wait_days, food.wait_told_on, food.has_meals) == (
        "ti 10–12",
        7,
        today(),
        True,
    )
    assert {town.code for town in food.municipalities.all()} == {"601", "931"}
    assert (cafe.organisation.name, cafe.organisation.kind, cafe.kind) == (
        "Kylätalo",
        "association",
        "cafe",
    )
    places = Presence.objects.filter(service=cafe).values_list("municipality__code", "place")
    assert sorted(places) == [("601", ""), ("931", "Kylätalo")]
    assert Service.objects.filter(name="Leirit").exists()


def test_a_column_that_is_not_there_and_an_empty_cell_change_nothing(bringer, second, parish):
    Service.objects.create(
        organisation=parish,
        name="Ruoka-apu",
        phone="+358400000601",
        opening="ti 10–12",
        has_meals=True,
    )

    _url, page = looked_at(
        bringer, table(row("Ruoka-apu", organisation_kind="", phone="", opening="-"))
    )

    assert not page.plan.does_something


def test_a_place_that_is_known_keeps_its_days_and_no_place_goes(bringer, second, parish):
    food = Service.objects.create(organisation=parish, name="Ruoka-apu")
    town = Municipality.objects.get(code="931")
    Presence.objects.create(
        service=food, municipality=town, place="Kirkko", days=[1], bus="linja 4"
    )

    bring_in(bringer, second, table(row("Ruoka-apu", places="Viitasaari | Pihtipudas: Kirjasto")))

    found = Presence.objects.filter(service=food).values_list("municipality__code", "place", "bus")
    assert sorted(found) == [("601", "Kirjasto", ""), ("931", "Kirkko", "linja 4")]


def test_by_its_number_a_service_is_found_when_its_name_has_changed(bringer, second):
    numbers = {"organisation_number": "srk", "service_number": "srk-1"}
    bring_in(bringer, second, table(row("Ruoka-apu", **numbers)))

    counts = bring_in(bringer, second, table(row("Ruokakassi", **numbers)))

    assert (counts["changed"], counts["new"]) == (1, 0)
    assert Service.objects.get().name == "Ruokakassi"
    assert ExternalRef.objects.count() == 2


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_semicolon_comma_or_tab_with_the_mark_of_utf8_or_without(bringer, separator, mark):
    content = mark + table(
        row("Häätö; neuvonta, apu", "Äänekoski ry", "association"), separator=separator
    )

    _url, page = looked_at(bringer, content)

    assert [told.title for told in page.new] == [
        "Äänekoski ry",
        "Häätö; neuvonta, apu, Äänekoski ry",
    ]


def test_the_file_is_deleted_when_it_is_done(bringer, second):
    url, _page = looked_at(bringer, table(row()))
    confirm(second, url)

    found = DirectoryImport.objects.get()
    assert (found.outcome, found.content, found.counts["new"]) == ("done", None, 2)
    assert "The file itself has been deleted." in bringer.get(url).content.decode()
