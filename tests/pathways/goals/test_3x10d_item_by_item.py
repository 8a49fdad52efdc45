"""3X10D: each item by itself from before to now; no sum anywhere, and nothing of what a worker filled in alone."""

from __future__ import annotations

import re
import uuid

import pytest
from django.db import DatabaseError, transaction

from pathways.models import OtherMeasure, TenDimensions
from pathways.models.ten_dimensions import ITEMS
from tests.factories import PathFactory, TenDimensionsFactory, today
from tests.pathways.goals.sheets import of_client, of_path, ten
from tests.pathways.lists import days, shown, text

pytestmark = pytest.mark.django_db


def numbers_in(page):
    """Numbers that stand by themselves in what is read, without those of days."""
    read = re.sub(
        r"<svg.*?</svg>|<style.*?</style>|<script.*?</script>", " ", page, flags=re.DOTALL
    )
    read = re.sub(r"<[^>]+>", " ", read)
    return set(re.findall(r"(?<![\d.–])\d+(?![\d.–X])", read))


def test_any_item_may_be_skipped_and_a_dream_added(desk, path):
    sent = ten(health="4", own_item="Oma vene", own_value="1", told="Vesille!")

    assert desk.send(of_path("new-measure", path), sent).status_code == 303

    made = TenDimensions.objects.get()
    assert (made.health, made.money, made.own_item, made.own_value) == (4, None, "Oma vene", 1)
    page = text(desk.get(of_client("measures", path)))
    assert "Oma vene" in page
    assert "Vesille!" in page


def test_items_stand_in_the_order_and_number_of_their_source(desk, path):
    form = desk.get(of_path("new-measure", path)).context["form"]

    assert [field.name for field in form.scales] == list(ITEMS)
    assert len(ITEMS) == 10
    assert "Diak" in text(desk.get(of_path("new-measure", path)))


def test_each_item_goes_from_before_to_now_in_numbers_and_words(desk, path):
    TenDimensionsFactory(path=path, on=days(-60), health=3, housing=None)
    TenDimensionsFactory(path=path, on=days(-2), health=7, housing=9, occasion="review")

    lines = list(desk.get(of_client("measures", path)).context["lines"])

    health = lines[0]
    assert (health.before.value, health.before.on) == (3, days(-60))
    assert (health.now.value, health.now.on) == (7, days(-2))
    assert health.before.words != health.now.words
    housing = next(line for line in lines if line.now.value == 9)
    assert housing.before is None
    assert f"{shown(days(-60))}: 3, {shown(days(-2))}: 7" in health.svg


def test_nothing_is_summed_or_averaged_anywhere(desk, path):
    """7 + 9 + 9 = 25, mean 8.33; none of these can be a number of the page by other ways."""
    TenDimensionsFactory(path=path, on=days(-2), health=7, housing=9, money=9)

    found = numbers_in(text(desk.get(of_client("measures", path))))

    assert {"7", "9"} <= found
    assert not {"25", "8", "83"} & found


def test_what_the_worker_filled_in_alone_is_marked_and_left_out(desk, path):
    TenDimensionsFactory(path=path, on=days(-60), health=3)
    TenDimensionsFactory(path=path, on=days(-2), health=9, filled_with="worker")

    page = desk.get(of_client("measures", path))

    assert page.context["lines"][0].now.value == 3
    assert [sheet.is_alone for sheet, _told in page.context["sheets"]] == [True, False]
    assert text(page).index("9, ") > text(page).index("</table>")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"health": "11"}, "health"),
        ({"health": "-1"}, "health"),
        ({"health": "4.5"}, "health"),
        ({"own_value": "3"}, "own_item"),
        ({"filled_with": ""}, "filled_with"),
        ({"occasion": "whenever"}, "occasion"),
        ({"on": shown(days(1))}, "on"),
        ({"own_item": "x" * 121}, "own_item"),
    ],
)
def test_a_forged_or_half_sheet_comes_back_with_all_that_was_typed(desk, path, wrong, field):
    sent = ten(**{"housing": "4", "told": "Tallella-merkki", **wrong})

    answer = desk.send(of_path("new-measure", path), sent)

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert "Tallella-merkki" in text(answer)
    assert not TenDimensions.objects.exists()


def test_an_empty_sheet_is_no_measurement(desk, path):
    assert desk.send(of_path("new-measure", path), ten()).status_code == 422
    assert not TenDimensions.objects.exists()


def test_two_equal_sends_write_one_sheet(desk, path):
    sheet = uuid.uuid4()
    for _ in range(2):
        answer = desk.send(of_path("new-measure", path), ten(health="4"), sheet=sheet)
        assert answer.status_code == 303

    assert TenDimensions.objects.count() == 1


def test_of_another_measure_only_the_result_is_kept(desk, path):
    sent = {"name": "Kykyviisari", "on": shown(today()), "value": "Työkyky 6/10", "note": ""}

    assert desk.send(of_path("new-other-measure", path), sent).status_code == 303
    assert desk.send(of_path("new-other-measure", path), {**sent, "value": ""}).status_code == 422

    assert OtherMeasure.objects.get().value == "Työkyky 6/10"
    assert "Työkyky 6/10" in text(desk.get(of_client("measures", path)))


def test_the_database_keeps_the_scale_and_what_was_told(path):
    with pytest.raises(DatabaseError), transaction.atomic():
        TenDimensionsFactory(path=path, health=11)
    with pytest.raises(DatabaseError), transaction.atomic():
        TenDimensionsFactory(path=path, own_value=3)
    sheet = TenDimensionsFactory(path=path)
    with pytest.raises(DatabaseError), transaction.atomic():
        TenDimensions.objects.filter(pk=sheet.pk).update(health=1)


def test_ten_sheets_cost_what_one_does(desk, path):
    TenDimensionsFactory(path=PathFactory())
    TenDimensionsFactory(path=path)
    one = desk.cost(of_client("measures", path))
    TenDimensionsFactory.create_batch(9, path=path)

    assert desk.cost(of_client("measures", path)) == one <= 12
