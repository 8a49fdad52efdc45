"""The address of a file that was merged leads to the surviving one, and to strangers nowhere."""

from uuid import uuid4

import pytest
from django.urls import reverse

from clients.models import OwnWords
from tests.clients.merging.two_files import merged, page_of
from tests.desk import Desk
from tests.factories import OwnWordsFactory, today, worker

pytestmark = pytest.mark.django_db


def words_of(path):
    return reverse("clients:own-words", args=[path.client.ref])


def test_a_page_leads_on_for_whom_the_file_is_open(esa, this, other):
    merged(esa, this, other)

    answer = Desk().sit(other.care.own_worker).get(words_of(other))

    assert (answer.status_code, answer.url) == (301, words_of(this))
    assert answer["Cache-Control"] == "no-store"


def test_a_sheet_that_was_open_meanwhile_arrives_whole(esa, this, other):
    desk = Desk().sit(other.care.own_worker)
    merged(esa, this, other)
    sheet = {"question": "dreams", "text": "Mökille", "said_on": today().isoformat()}

    answer = desk.send(words_of(other), sheet)

    assert (answer.status_code, answer.url) == (308, words_of(this))
    assert desk.send(answer.url, sheet).status_code == 303
    assert OwnWords.objects.get().client_id == this.client_id


def test_the_page_of_both_files_leads_nowhere_and_never_to_itself(esa, this, other):
    merged(esa, this, other)

    for one, two in ((this, other), (other, this)):
        answer = esa.get(page_of(one, two))
        assert (answer.status_code, answer.url) == (301, page_of(this, this))
    assert esa.get(page_of(this, this)).status_code == 404


def test_the_sheet_of_the_merge_sent_again_is_answered_as_the_first_time(esa, this, other):
    number = {"submission_id": str(uuid4())}

    first, again = (merged(esa, this, other, **number) for _ in range(2))

    assert (again.status_code, again.url) == (303, first.url)


def test_a_stranger_cannot_tell_a_merged_file_from_none(esa, this, other):
    merged(esa, this, other)
    desk = Desk().sit(worker())

    nowhere = reverse("clients:own-words", args=["00000000-0000-4000-8000-000000000000"])
    answers = [desk.get(url) for url in (words_of(other), words_of(this), nowhere)]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


def test_what_is_written_to_the_old_file_by_its_key_lands_in_the_new(esa, this, other):
    merged(esa, this, other)

    words = OwnWordsFactory(client=other.client)

    words.refresh_from_db()
    assert words.client_id == this.client_id


def test_the_address_is_its_own_again_after_the_undo(esa, this, other):
    merged(esa, this, other)
    merge = this.client.merges.get()
    esa.send(reverse("clients:undo-merge", args=[this.client.ref, merge.ref]), {})

    assert Desk().sit(other.care.own_worker).get(words_of(other)).status_code == 200
