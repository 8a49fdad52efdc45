"""Then and now: who is new, nearer, further or gone is marked in the pictures by a sign, and told by the same words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from network.maps import Row
from network.models import Member, Tie
from network.models.tie import Sector, Strength
from network.picture import Mark, Moved, Person, map_picture
from network.picture.boxes import Box
from network.picture.changes import Change
from network.picture.cutting import as_curve, pieces
from network.picture.drawing import Map
from tests.factories import MemberFactory, TieFactory, today
from tests.network.maps.crowds import crowds

SVG = "{http://www.w3.org/2000/svg}"
THEN = timedelta(days=30)
SIGNS = [sign for sign in Moved if sign]


def texts(svg):
    return [text.text or "" for text in ET.fromstring(svg).iter(f"{SVG}text")]


def moved(name, **fields):
    return Person(1, name, Sector.CLOSE, 1, Strength.ORDINARY, **fields)


@pytest.fixture
def before(path):
    """Who stood where a month ago."""
    day = today() - THEN

    def stood(name, ring, *, now=None, until=None):
        member = MemberFactory(client=path.client, name=name, since=day, until=until)
        over = today() - timedelta(days=5) if now else None
        TieFactory(member=member, ring=ring, since=day, until=over)
        if now:
            TieFactory(member=member, ring=now, since=today() - timedelta(days=4))

    stood("Tuli Lähemmäs", 3, now=1)
    stood("Meni Kauemmas", 1, now=2)
    stood("Pysyi Paikallaan", 2)
    stood("Lähti Pois", 2, until=today() - timedelta(days=5))
    new = MemberFactory(client=path.client, name="Uusi Tuttava", since=today() - timedelta(days=2))
    TieFactory(member=new, since=today() - timedelta(days=2))
    return day


@pytest.mark.django_db
def test_the_pictures_and_their_twins_say_the_same(desk, path, before):
    page = desk.get(f"{reverse('network:map', args=[path.client.ref])}?day={before.isoformat()}")
    now, then = page.context["now"], page.context["then"]

    told = {row.member.name: row.moved for row in now.rows}
    assert told == {
        "Tuli Lähemmäs": "↑",
        "Meni Kauemmas": "↓",
        "Pysyi Paikallaan": "",
        "Uusi Tuttava": "+",
    }
    assert {row.member.name for row in then.rows if row.moved == Moved.GONE} == {"Lähti Pois"}
    for drawn in (now, then):
        words = " ".join(texts(drawn.wide))
        for row in drawn.rows:
            if row.moved:
                assert f"{row.moved.value} {row.member.name.split()[0]}" in words
                assert row.moved_in_words in words
                assert row.moved_in_words in page.content.decode()
    assert "Pysyi" in " ".join(texts(now.wide))


@pytest.mark.django_db
def test_without_a_day_nothing_is_marked(desk, path, before):
    page = desk.get(reverse("network:map", args=[path.client.ref]))

    assert not any(row.moved for row in page.context["now"].rows)
    assert 'class="halo"' not in page.content.decode()


@settings(max_examples=25, deadline=None)
@given(crowd=crowds(), width=st.sampled_from([320, 340, 760]), data=st.data())
def test_with_signs_no_words_lie_on_each_other_either(crowd, width, data):
    people = [replace(one, moved=data.draw(st.sampled_from(Moved))) for one in crowd]

    told = Map(people, (), width).told

    assert not [one for one, other in combinations(told, 2) if one.box.touches(other.box)]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "name", ["Áile Näkkäläjärvi", "علي حسن", "Hyvinvointialuekuntayhtymänhallintojohtaja"]
)
def test_the_sign_stands_before_the_name_in_any_script(sign, name):
    svg = map_picture([moved(name, moved=sign)], (), width=340, name="x")

    assert any(text.startswith(f"{sign} ") for text in texts(svg))
    assert svg.count('class="halo"') == 1


def test_of_two_with_one_name_the_new_one_is_told():
    def row(*names):
        return Row(
            1,
            Member(name="Aino"),
            Tie(ring=1, sector="close", strength="thin"),
            Mark.NOTHING,
            names,
        )

    change = Change("≈", "Aino", row("Naapuri"), row("Naapuri", "Naapuri"))

    assert (change.talks_new, change.talks_over) == (["Naapuri"], [])


def test_a_line_stops_at_the_words_and_goes_on_behind_them():
    words = Box(40, -5, 60, 5)

    first, second = pieces(as_curve((0, 0), (100, 0)), [words])

    assert first[0] == (0, 0)
    assert second[-1] == (100, 0)
    assert first[-1][0] <= words.left
    assert second[0][0] >= words.right


def test_a_line_that_would_be_all_under_words_is_drawn_whole():
    line = as_curve((10, 0), (20, 0))

    assert pieces(line, [Box(0, -5, 100, 5)]) == [line]
