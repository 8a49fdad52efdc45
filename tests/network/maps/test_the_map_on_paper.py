"""The person is given their own map: the picture of the page, in their language, and it is written down."""

import uuid

import pytest

from network.models import Disclosure
from network.papers.maps import map_paper
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import MemberFactory, TieFactory, today, worker
from tests.network.membership import page

pytestmark = pytest.mark.django_db


def printed(path, whom):
    return "".join(part.html for part in map_paper(path.client, whom, today=today()).sections)


def test_the_map_is_pressed_frozen_and_disclosed(desk, path, sister, counsellor, talk):
    answer = desk.send(page(path, "map-paper"), {"whom": "self"})

    assert answer.status_code == 303
    given = Disclosure.objects.get(client=path.client)
    assert (given.ground, given.sections, given.paper.kind) == ("703_58", ["map"], "network_map")
    entry = Entry.objects.get(deed="network.map_printed")
    assert entry.details["serial"] == given.paper.serial
    pdf = desk.get(answer.url)
    assert (pdf.status_code, pdf["Content-Type"]) == (200, "application/pdf")


def test_whom_not_everybody_may_see_is_on_the_persons_own_paper_only(path, sister):
    hidden = MemberFactory(client=path.client, name="Turva Kriisi", visibility="workers")
    TieFactory(member=hidden)

    assert hidden.name in printed(path, "self")
    assert hidden.name not in printed(path, "others")
    assert sister.name in printed(path, "others")


def test_the_paper_tells_neither_numbers_nor_consents(path, sister):
    sister.phone = "+358401112223"
    sister.save()

    html = printed(path, "self")

    assert "data:image/svg+xml" in html
    assert "111 2223" not in html


def test_an_empty_map_is_not_printed(desk, path, deacon):
    answer = desk.send(page(path, "map-paper"), {"whom": "self"})

    assert answer.status_code == 422
    assert not Disclosure.objects.exists()


@pytest.mark.parametrize("whom", ["", "everybody", "self' OR 1=1"])
def test_for_whom_it_is_has_to_be_chosen(desk, path, sister, whom):
    answer = desk.send(page(path, "map-paper"), {"whom": whom})

    assert (answer.status_code, Disclosure.objects.count()) == (422, 0)


def test_a_paper_of_nobody_is_not_found_and_none_yet_leads_to_the_sheet(desk, path, sister):
    assert desk.get(f"{page(path, 'map-pdf')}?paper={uuid.uuid4()}").status_code == 404
    assert desk.get(page(path, "map-pdf")).url == page(path, "map-paper")


def test_who_makes_no_papers_finds_no_way_to_one(path, sister):
    leader = Desk().sit(worker("supervisor", team=path.care.team))

    assert f'href="{page(path, "map-paper")}"' not in leader.get(page(path, "map")).content.decode()
