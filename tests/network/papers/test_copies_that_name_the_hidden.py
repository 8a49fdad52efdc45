"""A copy made for the person names whom only the own worker may see: it opens to those to whom the member is shown."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from network.models import Disclosure
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    ConsentFactory,
    MemberFactory,
    SubstituteFactory,
    TieFactory,
)
from tests.network.membership import page

pytestmark = pytest.mark.django_db
NAME = "Salla Salattu"


@pytest.fixture
def hidden(path):
    member = MemberFactory(client=path.client, name=NAME, visibility="own_worker")
    TieFactory(member=member)
    return member


def printed_map(path, desk, whom):
    answer = desk.send(page(path, "map-paper"), {"whom": whom})
    assert answer.status_code == 303
    return answer.url


def printed_consent(path, desk, **about):
    consent = ConsentFactory(client=path.client, **about)
    answer = desk.send(reverse("network:consent-pdf", args=[path.client.ref, consent.ref]), {})
    assert answer.status_code == 303
    return answer.url


def doors(path, url):
    """Every address that hands the paper over."""
    paper = parse_qs(urlsplit(url).query)["paper"][0]
    return [url, f"{page(path, 'summary-pdf')}?paper={paper}"]


def answers(desk, addresses):
    return [desk.get(address).status_code for address in addresses]


def beside(path):
    return Desk().sit(AssignmentFactory(care=path.care).worker)


def test_the_persons_own_map_opens_to_who_answers_for_the_matter(path, hidden):
    own = Desk().sit(path.care.own_worker)
    addresses = doors(path, printed_map(path, own, "self"))
    substitute = Desk().sit(SubstituteFactory(care=path.care).worker)

    assert answers(own, addresses) == [200, 200]
    assert answers(substitute, addresses) == [200, 200]
    assert answers(beside(path), addresses) == [404, 404]
    assert len(beside(path).get(page(path, "given")).context["rows"]) == 0


def test_a_map_to_be_shown_around_opens_to_the_worker_beside_too(path, hidden):
    TieFactory(member=MemberFactory(client=path.client, name="Aino"))
    addresses = doors(path, printed_map(path, Desk().sit(path.care.own_worker), "others"))

    assert answers(beside(path), addresses) == [200, 200]


def test_a_map_that_the_worker_beside_prints_names_nobody_hidden(path, hidden):
    TieFactory(member=MemberFactory(client=path.client, name="Aino"))
    pair = beside(path)

    addresses = doors(path, printed_map(path, pair, "self"))

    assert answers(pair, addresses) == [200, 200]
    assert not Disclosure.objects.get().names_hidden


def test_a_copy_of_a_consent_about_them_goes_the_same_way(path, hidden):
    own = Desk().sit(path.care.own_worker)
    url = printed_consent(path, own, member=hidden)

    assert answers(own, doors(path, url)) == [200, 200]
    assert answers(beside(path), doors(path, url)) == [404, 404]
