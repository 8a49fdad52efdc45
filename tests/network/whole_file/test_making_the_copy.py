"""The copy is made by a worker step by step, given and told of with the last, handed over, and forgotten."""

import json
from datetime import timedelta
from hashlib import sha256

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from clients.models import SubjectFile, SubjectRequest
from network.actions.whole_files import forget_whole_files, make_whole_files, step
from network.models import Disclosure
from network.papers import whole_file
from paku.audit.models import Entry
from paku.printing.models import Paper
from tests.desk import Desk
from tests.factories import OwnWordsFactory, VisitFactory, worker
from tests.network.summaries import bare
from tests.network.summaries import text_of as text_of_pdf
from tests.network.whole_file.schema import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def words(path):
    OwnWordsFactory(client=path.client, text="Haluan asua kotona")
    VisitFactory(path=path, note="Kahviteltiin ja soitettiin Kelaan")


def copy_of(file, path):
    return reverse("clients:file-copy", args=[path.client.ref, file.ref])


def test_the_three_files_say_the_same(words, agreed, path, desk):
    assert make_whole_files() == 1

    files = {one.kind: one for one in SubjectFile.objects.all()}
    value = json.loads(desk.get(copy_of(files["data"], path)).content)
    read = bare(text_of_pdf(desk.get(copy_of(files["part"], path)).content))
    assert sorted(files) == ["cover", "data", "part"]
    assert faults(value) == []
    for told in ("Haluan asua kotona", "Kahviteltiin ja soitettiin Kelaan"):
        assert told in json.dumps(value, ensure_ascii=False)
        assert bare(told) in read


def test_it_is_a_disclosure_with_both_names_and_the_letter_stays(words, agreed, path, desk, second):
    make_whole_files()

    given, entry = Disclosure.objects.get(), Entry.objects.get(deed="network.whole_file_given")
    assert (given.ground, given.by, given.agreed_by) == ("gdpr_15", desk.user, second.user)
    assert (entry.ground, entry.actor_ref, entry.approver_ref) == (
        "gdpr_15",
        desk.user.ref,
        second.user.ref,
    )
    assert given.paper.serial == SubjectRequest.objects.get().serial == Paper.objects.get().serial
    letter = bare(text_of_pdf(given.paper.pdf))
    assert SubjectFile.objects.get(kind="data").sha256 in letter


def test_a_ring_more_makes_nothing_more(words, agreed):
    make_whole_files()
    assert make_whole_files() == 0
    assert (SubjectFile.objects.count(), Disclosure.objects.count()) == (3, 1)


def test_the_next_worker_goes_on_where_the_killed_one_came_to(words, agreed, monkeypatch):
    assert step(agreed.pk)  # the value is kept; then the worker is gone
    first = SubjectFile.objects.get()
    VisitFactory(path=agreed.client.paths.get(), note="Tämä tuli vasta sitten")

    make_whole_files()

    assert SubjectFile.objects.get(kind="data").sha256 == first.sha256
    part = SubjectFile.objects.get(kind="part")
    assert "Tämä tuli vasta sitten" not in text_of_pdf(part.content)


def test_a_press_that_is_away_loses_nothing_and_says_so(words, agreed, path, desk, settings):
    there = settings.PRESS
    settings.PRESS = "tcp://127.0.0.1:9"
    assert make_whole_files() == 0
    assert SubjectRequest.objects.get().trouble == "press_down"
    assert desk.get(reverse("clients:file-answer", args=[path.client.ref])).status_code == 200
    assert not Disclosure.objects.exists()

    settings.PRESS = there
    assert make_whole_files() == 1
    assert SubjectRequest.objects.get().trouble == ""


def test_a_long_file_is_read_in_parts_and_no_row_is_lost(agreed, path, monkeypatch):
    monkeypatch.setattr(whole_file, "SIGNS_OF_A_PART", 2_000)
    for number in range(30):
        VisitFactory(path=path, note=f"Käynti numero {number} oli hyvä.")

    make_whole_files()

    parts = SubjectFile.objects.filter(kind="part").order_by("number")
    read = "\n".join(text_of_pdf(part.content) for part in parts)
    assert len(parts) == SubjectRequest.objects.get().parts > 2
    assert all(read.count(f"Käynti numero {number} oli") == 1 for number in range(30))


def test_the_content_is_encrypted_and_goes_after_two_weeks(words, agreed, path, desk):
    make_whole_files()
    data = SubjectFile.objects.get(kind="data")
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM clients_subjectfile WHERE id = %s", [data.pk])
        assert b"Haluan" not in bytes(cursor.fetchone()[0])
    assert sha256(data.content).hexdigest() == data.sha256

    assert forget_whole_files() == 0
    SubjectRequest.objects.update(decided_at=timezone.now() - timedelta(days=15))
    assert forget_whole_files() == 3

    assert desk.get(copy_of(data, path)).status_code == 404
    assert SubjectFile.objects.filter(content=None).exclude(sha256="").count() == 3
    assert Paper.objects.count() == 1
    assert desk.get(reverse("clients:file-answer", args=[path.client.ref])).status_code == 200
    assert Entry.objects.get(deed="clients.files_forgotten").details == {"files": 3}


def test_what_is_still_being_made_is_not_forgotten(words, agreed):
    step(agreed.pk)
    SubjectFile.objects.update(made_at=timezone.now() - timedelta(days=15))

    assert forget_whole_files() == 0
    assert make_whole_files() == 1


def test_each_opening_is_an_entry_and_a_stranger_opens_nothing(words, agreed, path, desk):
    make_whole_files()
    data = SubjectFile.objects.get(kind="data")

    answer = desk.get(copy_of(data, path))
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/json", "no-store")
    assert path.client.last_name not in answer["Content-Disposition"]
    assert Entry.objects.get(deed="clients.file_opened").details["sha256"] == data.sha256
    assert Desk().sit(worker("social_worker")).get(copy_of(data, path)).status_code == 404


def test_the_file_of_another_is_not_had_through_ones_own_client(words, agreed, path, desk):
    from tests.factories import PathFactory

    make_whole_files()
    mine = PathFactory(care__own_worker=desk.user)
    assert desk.get(copy_of(SubjectFile.objects.first(), mine)).status_code == 404
