"""The map is looked at with the client: as it is, as it was, and what has changed."""

from datetime import timedelta

import pytest

from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    ConsentFactory,
    MemberFactory,
    TalkFactory,
    TieFactory,
    today,
    worker,
)
from tests.network.membership import page

pytestmark = pytest.mark.django_db


def test_the_picture_and_the_table_tell_the_same_people(desk, path, sister, counsellor, talk):
    answer = desk.get(page(path, "map"))

    html = answer.content.decode()
    rows = answer.context["now"].rows
    assert [(row.number, row.member.name, row.talks_with) for row in rows] == [
        (1, sister.name, (counsellor.name,)),
        (2, counsellor.name, (sister.name,)),
    ]
    assert html.count('class="network-map"') == 2  # for the page, and for a phone
    assert "<caption>" in html


def test_who_has_no_place_yet_is_named_with_a_way_to_place_them(desk, path, deacon):
    html = desk.get(page(path, "map")).content.decode()

    assert deacon.name in html
    assert f'href="{page(path, "tie", deacon)}"' in html


def test_what_the_ledger_says_stands_on_the_map(desk, path, sister, counsellor, deacon):
    TieFactory(member=deacon)
    ConsentFactory(member=counsellor)
    ConsentFactory(member=deacon, prohibition=True)

    rows = desk.get(page(path, "map")).context["now"].rows

    assert {row.member.name: row.mark for row in rows} == {
        sister.name: "nothing",
        counsellor.name: "allowed",
        deacon.name: "forbidden",
    }


def test_then_and_now_stand_side_by_side_with_the_changes_in_words(desk, path, sister, counsellor):
    then = today() - timedelta(days=20)
    sister.ties.update(ring=3, until=today() - timedelta(days=10))
    TieFactory(member=sister, ring=1, since=today() - timedelta(days=9))
    gone = MemberFactory(client=path.client, until=today() - timedelta(days=3))
    TieFactory(member=gone)
    came = MemberFactory(client=path.client, since=today() - timedelta(days=2))
    TieFactory(member=came, since=today() - timedelta(days=2))

    answer = desk.get(f"{page(path, 'map')}?day={then.isoformat()}")

    told = {change.name: change.sign for change in answer.context["changes"]}
    assert told == {sister.name: "↑", came.name: "+", gone.name: "−"}
    assert {row.member.name for row in answer.context["then"].rows} == {
        sister.name, counsellor.name, gone.name,
    }  # fmt: skip


def test_a_day_may_be_chosen_on_which_something_came_or_was_no_more(desk, path, sister, talk):
    def ago(days):
        return today() - timedelta(days=days)

    sister.ties.update(since=ago(40))
    talk.__class__.objects.filter(pk=talk.pk).update(since=ago(30), until=ago(21))
    TieFactory(member__client=path.client, since=ago(30), until=ago(11))
    TieFactory(member__client=path.client, member__until=ago(6), since=ago(30))

    days = desk.get(page(path, "map")).context["days"]

    assert days == [ago(5), ago(10), ago(20), ago(30), ago(40)]


@pytest.mark.parametrize("day", ["2999-01-01", "yesterday", "0001-01-01", "2026-02-31", ""])
def test_a_day_that_is_none_shows_the_map_of_today(desk, path, sister, day):
    answer = desk.get(f"{page(path, 'map')}?day={day}")

    assert (answer.status_code, answer.context["then"]) == (200, None)


def test_a_stranger_cannot_tell_that_the_client_exists(path, sister):
    stranger = Desk().sit(worker())

    for name in ("map", "map-paper", "map-pdf", "member-history"):
        assert stranger.get(page(path, name)).status_code == 404
    assert stranger.get(page(path, "tie", sister)).status_code == 404


@pytest.mark.parametrize("name", ["map", "member-history"])
def test_the_page_costs_the_same_for_one_and_for_ten(desk, path, name):
    def add(count):
        for _time in range(count):
            one, other = (TieFactory(member__client=path.client).member for _ in range(2))
            TalkFactory(one=one, other=other)
            ConsentFactory(member=one)

    add(1)
    one = desk.cost(page(path, name))
    add(9)

    assert desk.cost(page(path, name)) == one <= (13 if name == "map" else 11)


def test_who_may_not_read_consents_sees_no_signs_of_them(path, sister):
    student = AssignmentFactory(care=path.care, student=True).worker

    answer = Desk().sit(student).get(page(path, "map"))

    assert answer.context["now"].shows_marks is False
