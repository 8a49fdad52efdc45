"""Long lists in pages: nothing twice, nothing missed, forth and back, in one statement."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, F, Value
from django.db.models.functions import NullIf

from paku.kit.finnish import FinnishSort
from paku.kit.pages import Page, page

pytestmark = pytest.mark.django_db

NAMES = ["Aho", "Öhman", "Virta", "Virta", "Väinö", "Åke", "Äijälä", "Zeta", "Virta", "Aho", "Bo"]
BY_NAME = [(FinnishSort("app_label"), "asc"), ("pk", "asc")]
BY_NAME_DOWN = [("app_label", "desc"), ("pk", "asc")]
WITH_GAPS = NullIf(F("app_label"), Value("Virta"), output_field=CharField())
ORDERS = [
    BY_NAME,
    BY_NAME_DOWN,
    [(WITH_GAPS, "asc"), ("pk", "desc")],
    [(WITH_GAPS, "desc"), ("pk", "asc")],
]


@pytest.fixture
def rows():
    ContentType.objects.all().delete()
    ContentType.objects.bulk_create(
        ContentType(app_label=name, model=f"m{number}") for number, name in enumerate(NAMES)
    )
    return ContentType.objects.all()


def walk(rows, order, size: int) -> list[Page]:
    pages = [page(rows, order=order, size=size)]
    while pages[-1].older:
        pages.append(page(rows, order=order, after=pages[-1].older, size=size))
    return pages


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("size", [1, 2, 4, 11, 25])
def test_walking_forth_shows_every_row_once_in_order(rows, order, size: int):
    found = [row.pk for each in walk(rows, order, size) for row in each.rows]

    assert found == [row.pk for row in page(rows, order=order, size=100).rows]
    assert len(set(found)) == len(NAMES)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("size", [1, 2, 4])
def test_walking_back_shows_the_same_pages(rows, order, size: int):
    forth = walk(rows, order, size)
    back = [forth[-1]]
    while back[-1].newer:
        back.append(page(rows, order=order, after=back[-1].newer, size=size))

    assert [each.rows for each in reversed(back)] == [each.rows for each in forth]
    assert back[-1].newer is None
    assert back[-1].older


def test_finnish_letters_stand_last(rows):
    names = [row.app_label for row in page(rows, order=BY_NAME).rows]

    assert names[-3:] == ["Åke", "Äijälä", "Öhman"]


def test_a_page_is_one_statement_at_any_depth(rows, django_assert_num_queries):
    third = walk(rows, BY_NAME, 3)[1].older

    with django_assert_num_queries(1) as captured:
        page(rows, order=BY_NAME, after=third, size=3)

    assert "OFFSET" not in captured[0]["sql"]
    assert "COUNT" not in captured[0]["sql"]


def test_a_cursor_shows_no_name(rows):
    first = page(rows, order=BY_NAME, size=1)

    assert "Aho" not in first.older
    assert first.older.replace("-", "").replace("_", "").isalnum()


@pytest.mark.parametrize(
    "turn",
    [lambda good: good[:-1], lambda good: "x" + good, lambda good: "ä", lambda good: "A" * 400],
)
def test_a_forged_cursor_gives_the_first_page(rows, turn):
    first = page(rows, order=BY_NAME, size=2)

    found = page(rows, order=BY_NAME, after=turn(first.older), size=2)

    assert found.rows == first.rows
    assert found.newer is None


def test_a_cursor_of_another_list_gives_the_first_page(rows):
    other = page(rows, order=BY_NAME_DOWN, size=2).older

    assert (
        page(rows, order=BY_NAME, after=other, size=2).rows
        == page(rows, order=BY_NAME, size=2).rows
    )


def test_where_nothing_is_left_beyond_the_cursor_stands_the_first_page(rows):
    first, second, *_rest = walk(rows, BY_NAME, 4)
    rows.exclude(pk__in=[row.pk for row in second.rows]).delete()

    forth, back = (
        page(rows, order=BY_NAME, after=after, size=4) for after in (second.older, second.newer)
    )

    assert [row.pk for row in forth.rows] == [row.pk for row in back.rows]
    assert forth.rows == second.rows != first.rows
    assert (back.older, back.newer) == (None, None)


def test_an_empty_list_is_one_empty_page(rows):
    assert page(rows.none(), order=BY_NAME) == Page([], None, None)
