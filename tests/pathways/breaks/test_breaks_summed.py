"""Help that did not reach, added up without persons: by village, kind and actor, from five persons on."""

from __future__ import annotations

import pytest

from clients.models import Municipality, Village
from network.models import Service
from pathways.models import BreakKind, PathBreak
from pathways.models.break_sums import FEWEST
from tests.factories import OrganisationFactory, PathBreakFactory, PathFactory, today
from tests.pathways.lists import days

pytestmark = pytest.mark.django_db


@pytest.fixture
def village():
    return Village.objects.create(
        municipality=Municipality.objects.get(code="601"), name="Testikylä"
    )


def mark(count, village, **fields):
    """As many persons' breaks."""
    place = {"village": village, "municipality": village.municipality}
    return [PathBreakFactory(**place | fields) for _ in range(count)]


def sums():
    return list(PathBreak.objects.summed(today()))


def test_five_persons_breaks_are_told_with_their_days_and_four_are_not(village):
    mark(3, village), mark(1, village, since=days(-30), until=days(-25))
    assert sums() == []

    mark(1, village)

    assert sums() == [
        {
            "place": "601",
            "village_name": "Testikylä",
            "kind_code": "queue",
            "actor_name": "",
            "marks": 5,
            "days_lost": 45,
        }
    ]


def test_many_marks_of_one_person_are_one_person(village):
    path = PathFactory()
    mark(FEWEST * 2, village, path=path)

    assert sums() == []


def test_observations_of_the_area_count_one_each(village):
    mark(2, village)
    mark(3, village, area=True)

    assert [row["marks"] for row in sums()] == [5]


def test_villages_kinds_and_actors_stand_apart_and_a_services_days_are_its_organisations(village):
    home = OrganisationFactory(name="Kela")
    service = Service.objects.create(organisation=home, name="Pop-up")
    other = Village.objects.create(municipality=village.municipality, name="Naapurikylä")
    mark(3, village, service=service), mark(2, village, organisation=home)
    mark(4, village), mark(4, other)
    mark(
        5, other, kind=BreakKind.objects.get(code="distance"), actor_words="Taksi", since=days(-90)
    )
    mark(
        1, other, kind=BreakKind.objects.get(code="distance"), actor_words="taksi", since=days(-90)
    )

    found = [
        (row["village_name"], row["kind_code"], row["actor_name"], row["marks"]) for row in sums()
    ]

    assert found == [("Naapurikylä", "distance", "taksi", 6), ("Testikylä", "queue", "Kela", 5)]


def test_mistakes_count_nowhere(village):
    mark(4, village), mark(1, village, is_mistake=True, until=today())

    assert sums() == []


def test_a_person_with_turvakielto_counts_to_no_village(village):
    for marked in mark(6, village)[:2]:
        client = marked.path.client
        client.is_protected = True
        client.save()

    assert sums() == []


def test_a_kind_that_got_a_new_wording_is_still_the_same_kind(village):
    old = BreakKind.objects.get(code="queue")
    BreakKind.objects.filter(pk=old.pk).update(until=days(-1))
    new = BreakKind.objects.create(
        code="queue", label_fi="odotus", label_sv="väntan", label_en="waiting", group="system", since=today()
    )  # fmt: skip
    mark(3, village, kind=old), mark(2, village, kind=new)

    assert [row["marks"] for row in sums()] == [5]


def test_no_row_tells_of_whom_it_is(village):
    mark(5, village)

    assert set(sums()[0]) == {
        "place",
        "village_name",
        "kind_code",
        "actor_name",
        "marks",
        "days_lost",
    }
