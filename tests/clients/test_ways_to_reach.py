"""Phone numbers, addresses and e-mails stand among the basic data, row by row."""

import pytest

from clients.models import ContactPoint
from tests.clients.basics import edits, page_of, reached, sheet

pytestmark = pytest.mark.django_db


def test_ways_to_reach_are_added_changed_and_removed(desk, path):
    path.client.contact_points.create(kind="phone", value="+358401234567", note="aamulla")
    path.client.contact_points.create(kind="address", value="Koulutie 4")

    desk.send(
        page_of(path),
        sheet(
            desk,
            path,
            contact_value_1="",
            contact_note_1="",
            contact_value_2="Koulutie 5",
            contact_kind_3="email",
            contact_value_3="masa@EXAMPLE.org",
            contact_value_4="040 765 4321",
            contact_note_4="siskon puhelin",
        ),
    )

    assert reached(path.client) == [
        ("address", "Koulutie 5", ""),
        ("email", "masa@example.org", ""),
        ("phone", "+358407654321", "siskon puhelin"),
    ]
    assert edits() == [["contacts"]]


def test_a_person_with_more_ways_than_the_sheet_has_rows_loses_none(desk, path):
    for number in range(6):
        path.client.contact_points.create(kind="phone", value=f"+35840123456{number}")

    desk.send(page_of(path), sheet(desk, path, nickname="Matti"))

    assert edits() == [["nickname"]]
    assert ContactPoint.objects.filter(client=path.client).count() == 6


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"contact_value_1": "12"}, "contact_value_1"),
        ({"contact_kind_2": "email", "contact_value_2": "masa(at)example"}, "contact_value_2"),
        ({"contact_note_3": "aamulla"}, "contact_value_3"),
        ({"contact_kind_1": "pigeon", "contact_value_1": "x"}, "contact_kind_1"),
    ],
)
def test_a_row_that_is_amiss_is_asked_for_again_with_all_that_was_typed(desk, path, wrong, field):
    answer = desk.send(page_of(path), sheet(desk, path, nickname="Matti") | wrong)

    assert (answer.status_code, field in answer.context["form"].errors) == (422, True)
    assert answer.context["form"]["nickname"].value() == "Matti"
    assert (edits(), reached(path.client)) == ([], [])
