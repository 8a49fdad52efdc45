"""One item of endless lists is passed over unread, and told by its place; the others of the file are read."""

import json

import pytest

from network.importing.json_items import LONGEST_ITEM, TOO_LONG, items
from paku.kit.refusals import BadText
from tests.network.importing.files import looked_at, ptv

pytestmark = pytest.mark.django_db

LISTS = "[" + "[]," * (LONGEST_ITEM // 3) + "[]]"


def test_it_is_told_by_its_place_and_the_others_are_read(bringer):
    first, second, *_others = map(json.dumps, json.loads(ptv("organisations")))
    long = f'{{"serviceNames": {LISTS}}}'
    content = f"{first},\n{long},\n{second}"

    _url, page = looked_at(bringer, f"[{content}]".encode())

    assert page.bad == [
        ("Row 2, item 2", "", "It is longer than any honest item: half a megabyte at most.")
    ]
    assert len(page.new) == 2


@pytest.mark.parametrize(
    "long",
    [
        LISTS,
        json.dumps("\\" * LONGEST_ITEM),
        json.dumps({"a": '"]}' * LONGEST_ITEM}),
        json.dumps(["ä" * LONGEST_ITEM, {"]": "["}], ensure_ascii=False),
    ],
    ids=["lists", "backslashes", "quotes", "letters"],
)
def test_what_comes_after_it_is_found(long):
    found = [item for _place, item in items(f"[{long}, 7]")]

    assert found == [TOO_LONG, 7]


def test_an_object_that_is_the_whole_file(bringer):
    _url, page = looked_at(bringer, f'{{"serviceNames": {LISTS}}}'.encode())

    assert [where for where, _title, _sentence in page.bad] == ["Row 1, item 1"]
    assert page.new == []


@pytest.mark.parametrize("end", ["", '"', "[", "}"])
def test_one_that_never_ends_is_no_json(end):
    with pytest.raises(BadText) as told:
        list(items(f"[{LISTS[:-1]}{end}"))

    assert told.value.code == "json"
