"""JSON of the national service directory: organisations, services and channels, in one file or one after the other."""

import json

import pytest

from network.models import ExternalRef, Organisation, Presence, Service
from tests.factories import OrganisationFactory
from tests.network.importing.files import DATA, bring_in, changes, looked_at, ptv

pytestmark = pytest.mark.django_db


def service(**fields):
    """An item as the interface gives it, with what the test is about."""
    return {
        "id": "9b1f7c10-5b0e-4c43-8a44-2f60b1c12201",
        "serviceNames": [{"language": "fi", "value": "Neuvonta", "type": "Name"}],
        "mainOrganization": {"id": "7d3f1a52-0c61-4a53-9b5e-0a1c5d9e1102", "name": "Ketu"},
        **fields,
    }


def test_organisations_by_the_name_that_they_ask_to_be_shown_by(bringer):
    _url, page = looked_at(bringer, (DATA / "ptv_organisations.json").read_bytes())

    county, ketu = page.new
    assert (county.title, ketu.title) == ("Pohjoispuron hyvinvointialue", "Ketu")
    assert changes(county) == {
        "Kind of the organisation": ("", "wellbeing services county"),
        "Phone of the organisation": ("", "014 0000700"),
        "Number in the source": ("", "7d3f1a52-0c61-4a53-9b5e-0a1c5d9e1101"),
    }
    assert page.bad == [("Row 35, item 3", "Entisten apu ry", "It is not published.")]


def test_all_three_in_one_file(bringer, second):
    counts = bring_in(bringer, second, ptv("organisations", "services", "channels"))

    work, housing = Service.objects.order_by("name")
    assert (work.name, work.organisation.name) == (
        "Aikuissosiaalityö",
        "Pohjoispuron hyvinvointialue",
    )
    assert work.about == "Tukea arjen ja talouden solmuihin."
    assert work.opening == "ma–ke 9–15, pe 9.30–12"
    assert work.phone == "+358400000701"
    assert {town.code for town in work.municipalities.all()} == {"931", "601"}
    assert Presence.objects.get(service=work).place == "Keskikatu 4"
    assert (
        housing.municipalities.count(),
        housing.is_remote_possible,
        housing.needs_digital_identity,
    ) == (0, True, True)
    assert (counts["new"], counts["bad"]) == (4, 4)


def test_bad_items_are_told_with_what_is_wrong(bringer):
    _url, page = looked_at(bringer, ptv("organisations", "services", "channels"))

    assert {title: said for _where, title, said in page.bad} == {
        "Entisten apu ry": "It is not published.",
        "Saariston yhteysalus": "It serves no municipality of the county.",
        "Kotoutumisneuvonta": "Its organisation is neither in this file nor in the directory.",
        "Muiden puhelin": "Its service is neither in this file nor in the directory by that number.",
    }


def test_one_file_after_the_other_comes_to_the_same(bringer, second):
    for name in ("organisations", "services", "channels"):
        bring_in(bringer, second, ptv(name))

    assert Service.objects.get(name="Aikuissosiaalityö").opening == "ma–ke 9–15, pe 9.30–12"
    assert ExternalRef.objects.count() == 4


def test_what_is_known_by_name_gets_its_number_and_keeps_its_kind(bringer, second):
    OrganisationFactory(name="Ketu", kind="kela")

    _url, page = looked_at(bringer, ptv("organisations"))

    (ketu,) = page.changed
    assert changes(ketu) == {"Number in the source": ("", "7d3f1a52-0c61-4a53-9b5e-0a1c5d9e1102")}
    bring_in(bringer, second, ptv("organisations", "services"))
    assert Organisation.objects.get(name="Ketu").kind == "kela"


def test_nothing_else_than_what_came_from_there_is_told_as_missing(bringer, second):
    bring_in(bringer, second, ptv("organisations"))
    OrganisationFactory(name="Kyläyhdistys")
    only_one = json.dumps(
        [item for item in json.loads(ptv("organisations")) if item["organizationType"] == "State"]
    )

    _url, page = looked_at(bringer, only_one.encode())

    assert page.missing == ["Pohjoispuron hyvinvointialue"]


@pytest.mark.parametrize(
    "shape", [lambda one: one, lambda one: [one], lambda one: {"pageNumber": 1, "itemList": [one]}]
)
def test_one_item_a_list_and_a_page(bringer, shape):
    OrganisationFactory(name="Ketu")

    _url, page = looked_at(bringer, json.dumps(shape(service())).encode())

    assert [told.title for told in page.new] == ["Neuvonta, Ketu"]


@pytest.mark.parametrize(
    "odd",
    [
        service(id="1"),
        service(id=None),
        service(serviceNames=[]),
        service(serviceNames="Neuvonta"),
        service(serviceNames=[{"language": "fi", "type": "Name", "value": {"a": 1}}]),
        service(serviceNames=[{"language": "fi", "type": "Name", "value": "N\u0000"}]),
        service(serviceNames=[{"language": "fi", "type": "Name", "value": "\ud800"}]),
        service(serviceNames=[{"language": "fi", "type": "Name", "value": "=1+1"}]),
        service(mainOrganization=None),
        service(mainOrganization=["Ketu"]),
        {"id": "9b1f7c10-5b0e-4c43-8a44-2f60b1c12201", "name": "Neuvonta"},
        ["Neuvonta"],
        "Neuvonta",
        7,
        None,
    ],
)
def test_an_odd_item_is_left_out_and_its_neighbour_comes(bringer, odd):
    OrganisationFactory(name="Ketu")
    whole = service(id="9b1f7c10-5b0e-4c43-8a44-2f60b1c12299")

    url, page = looked_at(bringer, json.dumps([odd, whole]).encode())

    assert ([told.title for told in page.new], len(page.bad)) == (["Neuvonta, Ketu"], 1)
    assert bringer.get(url).status_code == 200


@pytest.mark.parametrize(
    "broken",
    ['"language": "fi", "language": "sv"', '"n": ' + "9" * 5000, '"n": NaN', '"n": ' + "[" * 30 + "]" * 30],
    ids=["twice", "huge", "nan", "deep"],
)  # fmt: skip
def test_an_item_that_no_honest_file_holds_is_left_out(bringer, broken):
    OrganisationFactory(name="Ketu")
    odd = json.dumps(service())[:-1] + ', "odd": {' + broken + "}}"
    whole = json.dumps(service(id="9b1f7c10-5b0e-4c43-8a44-2f60b1c12299"))

    _url, page = looked_at(bringer, f"[{odd},\n{whole}]".encode())

    assert [said for _where, _title, said in page.bad] == [
        "This is no item of the national service directory."
    ]
    assert len(page.new) == 1
