"""Whom the client lets only the own worker see stands on no paper; and no paper tells how to reach the person."""

import pytest

from network.models import Member
from network.papers.maps import map_paper
from paku.printing.sections import kinds
from tests.factories import today
from tests.network.papers.every_kind import HIDDEN, PAPERS, PROTECTED, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(path):
    return Person(path=path)


def sheets(person, kind):
    made = PAPERS[kind](person)
    assert {one.kind for one in made} == {kind}
    return [one.html() for one in made]


def test_every_kind_of_paper_that_there_is_is_asked_here(db):
    assert set(PAPERS) == set(kinds())


@pytest.mark.parametrize("kind", sorted(PAPERS))
def test_whom_only_the_own_worker_may_see_is_on_no_paper(person, kind):
    for html in sheets(person, kind):
        assert [said for said in HIDDEN.values() if said in html] == []


@pytest.mark.parametrize("kind", sorted(PAPERS))
def test_the_same_member_stands_there_when_everybody_may_see_them(person, kind):
    """Else the test above could not fail. Not on papers that name nobody of the network."""
    Member.objects.filter(pk=person.hidden.pk).update(visibility="everybody")
    person.hidden.refresh_from_db()

    named = any(HIDDEN["name"] in html for html in sheets(person, kind))

    assert named is (kind in {"card", "meeting_memo", "network_map", "plain", "summary"})


@pytest.mark.parametrize("kind", sorted(PAPERS))
@pytest.mark.parametrize("is_protected", [True, False])
def test_no_paper_tells_how_to_reach_the_person_or_those_close_to_them(person, kind, is_protected):
    person.path.client.is_protected = is_protected
    person.path.client.save()

    for html in sheets(person, kind):
        digits = "".join(sign for sign in html if sign.isdigit())
        assert [said for said in PROTECTED.values() if said in html] == []
        assert "409998887" not in digits


def test_the_persons_own_map_has_everybody(person):
    assert HIDDEN["name"] in map_paper(person.client, "self", today=today()).html()
