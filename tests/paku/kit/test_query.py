"""An address may say what it likes; a page reads only what it declared."""

from datetime import date
from urllib.parse import quote_plus
from uuid import UUID

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from paku.kit.query import Query, choice, cursor, day, flag, ref, whole, words
from tests.paku.kit import bad_inputs

REF = UUID("7b7e6a36-3c8b-4d6c-9a52-6a8f6f6cb0ad")


class ListQuery(Query):
    sort = choice("name", "overdue", default="overdue")
    size = whole(1, 100, default=25)
    worker = ref()
    since = day()
    all = flag()
    place = words()
    after = cursor()


def read(text: str) -> ListQuery:
    return ListQuery(QueryDict(text))


def values(query: ListQuery) -> list:
    return [getattr(query, name) for name in ListQuery.declared()]


NOTHING = ["overdue", 25, None, None, False, "", ""]


def test_without_parameters_the_defaults_stand():
    assert values(ListQuery()) == values(read("")) == NOTHING


def test_what_is_declared_is_read_in_its_type():
    query = read(
        f"sort=name&size=50&worker={REF}&since=2026-03-05&all=1&place=%20Keitele&after=abc"
    )

    assert values(query) == ["name", 50, REF, date(2026, 3, 5), True, "Keitele", "abc"]


@pytest.mark.parametrize(("value", "expected"), bad_inputs.of("query_param"))
def test_a_bad_parameter_is_as_if_it_were_not_there(value: str, expected: dict):
    assert values(read(value.removeprefix("?"))) == NOTHING


@pytest.mark.parametrize("name", ListQuery.declared())
@pytest.mark.parametrize(
    "raw",
    ["%00", "a\x00", "-owner__password", "NaN", "0001-01-01", "x" * 5000, "😀", "%ED%A0%80", "1e3"],
)
def test_a_broken_value_is_ignored(name: str, raw: str):
    found = values(read(f"{name}={quote_plus(raw)}"))

    assert found == NOTHING or name in ("place", "after")


def test_a_repeated_parameter_is_ignored():
    assert read("sort=name&sort=name").sort == "overdue"


@pytest.mark.parametrize(
    ("raw", "size"), [("0", 1), ("-5", 1), ("1000000", 100), ("9" * 400, 100), ("7", 7)]
)
def test_a_number_is_brought_within_its_bounds(raw: str, size: int):
    assert read(f"size={raw}").size == size


@given(st.text())
def test_no_address_breaks_a_page(text: str):
    query = read(text)

    assert read(query.link().removeprefix("?")).values == query.values


def test_a_link_keeps_the_rest_and_starts_from_the_first_page():
    query = read("sort=name&all=1&after=abc&unknown=1")

    assert query.link() == "?sort=name&all=1"
    assert query.link(after="xyz") == "?sort=name&all=1&after=xyz"
    assert query.link(sort="overdue", worker=REF) == f"?worker={REF}&all=1"


def test_a_link_with_an_undeclared_parameter_is_a_mistake_of_the_page():
    with pytest.raises(TypeError, match="colour"):
        ListQuery().link(colour="red")
