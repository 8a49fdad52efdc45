"""Row S7: meaning and faith only as the person wishes, for whom the person names; for all others not even a trace."""

import uuid

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from clients.models import Meaning
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.kit.context import enter
from paku.saving.models import Submission
from tests.clients.meanings import SECRET, page_of, told
from tests.desk import Desk, as_the_test
from tests.factories import (
    AssignmentFactory,
    BreakGlassFactory,
    StandInFactory,
    SubstituteFactory,
    worker,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(path):
    return Desk().sit(AssignmentFactory(care=path.care).worker)


@pytest.fixture
def telling(path, pair, desk):
    """Told to the pair, who alone may read it: not even the own worker."""
    pair.send(page_of(path), told())
    return Meaning.objects.get()


def test_whoever_was_told_reads_it_and_the_own_worker_sees_no_hint(path, pair, desk):
    before = len(desk.get(page_of(path)).content)

    assert pair.send(page_of(path), told())["Location"] == page_of(path)

    assert SECRET in pair.get(page_of(path)).content.decode()
    assert len(desk.get(page_of(path)).content) == before


def test_those_whom_the_person_names_read_it_too(path, pair, desk):
    pair.send(page_of(path), told(named=str(desk.user.ref)))

    html = desk.get(page_of(path)).content.decode()
    assert SECRET in html
    assert pair.user.name in html


def test_who_writes_after_another_sees_only_their_own(path, telling, desk):
    desk.send(page_of(path), told(text="Kävin kirkossa mummon kanssa."))

    html = desk.get(page_of(path)).content.decode()
    assert "mummon kanssa" in html
    assert SECRET not in html


def test_it_is_written_so_that_the_database_cannot_read_it(telling):
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM clients_meaning")
        assert SECRET.encode() not in bytes(cursor.fetchone()[0])


@pytest.mark.parametrize("who", ["own worker", "colleague", "supervisor", "officer", "stranger"])
def test_by_raw_sql_too_only_the_named_find_a_row(path, telling, who):
    users = {
        "own worker": path.care.own_worker,
        "colleague": worker(team=path.care.team),
        "supervisor": worker(Role.SUPERVISOR, team=path.care.team),
        "officer": worker(Role.PRIVACY_OFFICER),
        "stranger": worker(),
    }
    enter(users[who].pk)
    assert Meaning.objects.count() == 0
    assert not Meaning.objects.update(readers=[users[who].pk])

    as_the_test()
    enter(telling.heard_by_id)
    assert Meaning.objects.count() == 1


def test_a_named_reader_who_no_longer_works_with_the_person_reads_nothing(path, telling):
    path.care.assignments.update(until="2020-01-02", since="2020-01-01")
    enter(telling.heard_by_id)

    assert Meaning.objects.count() == 0


def test_neither_an_emergency_nor_standing_in_nor_being_a_student_opens_the_page(path):
    rescuer, colleague = worker(Role.SOCIAL_WORKER), worker(team=path.care.team)
    BreakGlassFactory(client=path.client, worker=rescuer)
    StandInFactory(client=path.client, worker=colleague)
    student = AssignmentFactory(care=path.care, student=True).worker

    for user in (rescuer, colleague, student):
        seat = Desk().sit(user)
        assert seat.get(reverse("pathways:client", args=[path.client.ref])).status_code == 200
        assert seat.get(page_of(path)).status_code == 403
        assert seat.send(page_of(path), told()).status_code == 403
    assert Desk().sit(worker()).get(page_of(path)).status_code == 404
    assert not Meaning.objects.exists()


def test_it_is_on_no_other_page_paper_or_trail(path, telling, desk, pair):
    summary = reverse("network:summary", args=[path.client.ref])
    for seat in (desk, pair):
        for url in (
            reverse("pathways:client", args=[path.client.ref]),
            reverse("clients:own-words", args=[path.client.ref]),
            summary,
            "/",
            "/clients/",
        ):
            assert SECRET not in seat.get(url).content.decode()
    assert SECRET not in str(list(Entry.objects.values()))
    assert SECRET not in str(list(Submission.objects.values()))


def test_the_trail_of_looking_is_the_same_whether_something_is_there_or_not(path, telling, desk):
    desk.get(page_of(path))

    entry = Entry.objects.filter(deed="clients.meaning_opened", actor_name=desk.user.name).get()
    assert (entry.sections, entry.details, entry.object_ref) == ([], {}, str(path.client.ref))


def test_what_is_amiss_is_asked_for_again(path, desk):
    stranger = worker()

    for wrong, field in (
        ({"text": " "}, "text"),
        ({"said_on": "1.1.2099"}, "said_on"),
        ({"named": str(stranger.ref)}, "named"),
        ({"named": "roskaa"}, "named"),
    ):
        SubstituteFactory(care=path.care)
        answer = desk.send(page_of(path), told(**wrong))
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Meaning.objects.exists()


def test_the_same_sheet_sent_twice_is_saved_once(path, desk):
    number = uuid.uuid4()

    answers = [desk.send(page_of(path), told(), sheet=number) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert Meaning.objects.count() == 1


def test_somebody_always_reads_it(telling):
    with pytest.raises(DatabaseError), transaction.atomic():
        Meaning.objects.update(readers=[])
