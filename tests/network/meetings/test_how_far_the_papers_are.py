"""The page of one job: it finds out by itself when all is done, costs the same for many, and is nobody else's."""

import re
import uuid

import pytest

from network.actions.paper_batches import make_papers
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import MeetingPartyFactory, PaperLineFactory, worker
from tests.network.meetings.sitting import ask, at

pytestmark = pytest.mark.django_db
PAGE = "meeting-papers"


def test_the_page_finds_out_by_itself_when_all_is_done_and_asks_no_more(desk, meeting, adviser):
    batch = ask(desk, meeting, None, adviser)
    page = desk.get(batch.get_absolute_url()).content.decode()
    way = f"{batch.get_absolute_url()}progress/"
    assert f'hx-get="{way}?turn=1&amp;said=0"' in page
    assert 'role="status"' in page
    entries = Entry.objects.count()

    going, last = desk.get(f"{way}?turn=1"), desk.get(f"{way}?turn=60")

    assert "0 of 2 papers are ready." in going.content.decode()
    assert f"{way}?turn=2" in going.content.decode()
    assert "hx-get" not in last.content.decode()
    assert adviser.name not in going.content.decode()
    assert Entry.objects.count() == entries
    make_papers()
    assert desk.get(way)["HX-Refresh"] == "true"
    assert "hx-get" not in desk.get(batch.get_absolute_url()).content.decode()


def test_what_stands_there_is_said_again_only_when_there_is_news(desk, meeting, adviser):
    """A screen reader reads the status aloud each time it is written."""
    batch = ask(desk, meeting, None, adviser)
    way = f"{batch.get_absolute_url()}progress/"

    same, news = (desk.get(f"{way}?turn=1&said={said}").content.decode() for said in ("0", "1"))
    batch.trouble = "pace"
    batch.save()
    trouble = desk.get(f"{way}?turn=1&said=0").content.decode()

    for html in (same, news, trouble):
        assert f"{way}?turn=2" in html
    assert "papers are ready" not in same
    assert 'hx-swap-oob="innerHTML"' in news
    assert "0 of 2 papers are ready." in news
    assert "ten papers in ten minutes" in trouble


def test_another_teams_worker_gets_the_same_404(desk, meeting, adviser):
    batch, stranger = ask(desk, meeting, adviser), Desk().sit(worker())
    way = batch.get_absolute_url()

    for url in (way, f"{way}progress/"):
        nobody = url.replace(str(batch.ref), str(uuid.uuid4()))
        mine, none, theirs = desk.get(nobody), stranger.get(nobody), stranger.get(url)
        assert (mine.status_code, none.status_code, theirs.status_code) == (404, 404, 404)
        assert none.content == theirs.content


def test_the_pages_cost_the_same_for_one_and_for_ten(desk, meeting, adviser, deacon):
    batch = ask(desk, meeting, adviser)
    pages = (at(meeting, PAGE), batch.get_absolute_url())
    one = [desk.cost(page) for page in pages]
    others = [MeetingPartyFactory(meeting=meeting).member for _time in range(8)]
    for member in others:
        PaperLineFactory(batch=batch, member=member)

    assert [desk.cost(page) for page in pages] == one


def test_the_navigation_knows_that_a_meeting_is_of_a_client(desk, meeting):
    for page in (at(meeting), at(meeting, PAGE), "/network/meetings/"):
        html = desk.get(page).content.decode()
        current = re.search(r'href="([^"]+)" aria-current="page"', html)
        assert current is not None
        assert current[1] == "/clients/"
