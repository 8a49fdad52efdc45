"""Reading in bulk is slowed, and noticed; counted on the trail."""

import uuid
from datetime import timedelta

import pytest
from django.db.models import F

from paku.access import pace
from paku.access.models import Sitting
from paku.audit.models import Entry
from paku.audit.record import record
from paku.kit.refusals import Refused
from paku.printing.deeds import Deed as Printing
from tests.factories import worker
from tests.pathways.starting import look

pytestmark = pytest.mark.django_db
SEARCH = "/clients/"


def search(desk):
    return desk.post(SEARCH, {"q": "Kanarialintu"})


def test_thirty_searches_go_through_and_the_next_waits_with_the_words_kept(desk):
    assert {search(desk).status_code for _ in range(30)} == {200}

    answer = search(desk)

    assert answer.status_code == 429
    assert "Kanarialintu" in answer.content.decode()
    refused = Entry.objects.filter(deed="audit.refused").latest("pk")
    assert refused.details["why"] == "pace"


def test_the_other_way_to_search_is_counted_with_it(desk, path):
    for _ in range(30):
        search(desk)

    answer = look(desk, last_name="Esimerkki", first_names="Aino")

    assert answer.status_code == 429


def test_anothers_searches_slow_nobody(desk):
    busy = worker()
    for _ in range(30):
        record("clients.searched", by=busy)

    assert search(desk).status_code == 200


def test_ten_papers_in_ten_minutes(desk):
    for _ in range(9):
        record(Printing.PAPER_FROZEN, by=desk.user)
    pace.hold(Printing.PAPER_FROZEN, pace.PAPERS, by=desk.user)
    record(Printing.PAPER_FROZEN, by=desk.user)

    with pytest.raises(Refused) as refused:
        pace.hold(Printing.PAPER_FROZEN, pace.PAPERS, by=desk.user)
    assert refused.value.status == 429


def a_minute_later(desk):
    Sitting.objects.of(desk.user).update(seen_at=F("seen_at") - timedelta(seconds=61))
    return desk.get("/")


def open_files(desk, count):
    for _ in range(count):
        record("clients.opened", by=desk.user, client=uuid.uuid4())


def test_more_than_sixty_files_in_an_hour_are_noticed_once_and_nothing_is_stopped(desk):
    open_files(desk, 60)
    a_minute_later(desk)
    assert not Entry.objects.filter(deed="access.many_opened").exists()
    open_files(desk, 1)

    page = a_minute_later(desk)
    a_minute_later(desk)

    assert page.status_code == 200
    assert "60" in page.content.decode()
    assert Entry.objects.get(deed="access.many_opened").details == {"people": 61}


def test_one_file_looked_at_often_is_one_file(desk):
    same = uuid.uuid4()
    for _ in range(80):
        record("clients.opened", by=desk.user, client=same)

    a_minute_later(desk)

    assert not Entry.objects.filter(deed="access.many_opened").exists()
