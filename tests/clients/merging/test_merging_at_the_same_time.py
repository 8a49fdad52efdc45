"""Two people merge at once; somebody writes while a merge is under way; the process is killed half-way."""

import threading

import pytest
from django.db import connection, transaction

from clients.actions.merging import merge
from clients.models import Client, Merge, OwnWords
from paku.kit.refusals import Refused
from tests.clients.merging.two_files import anew
from tests.factories import OwnWordsFactory, today

pytestmark = pytest.mark.django_db(transaction=True)


def do(this, other, by):
    return merge(
        survivor=anew(this), absorbed=anew(other), fields={}, goes_on=this.care_id, stays=True,
        why="Sama ihminen", on=today(), by=by,
    )  # fmt: skip


@transaction.atomic
def half_of_it(this, other, by):
    do(this, other, by)
    raise KeyboardInterrupt


def elsewhere(work):
    """In a thread with a connection of its own."""
    done = []

    def run():
        try:
            done.append(work())
        except Refused as refused:
            done.append(refused)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread, done


def test_of_two_merges_the_other_way_round_only_the_first_happens(esa, this, other):
    with transaction.atomic():
        do(this, other, esa.user)
        thread, done = elsewhere(lambda: do(other, this, esa.user))
        thread.join(0.5)
        assert thread.is_alive()
    thread.join(20)

    assert isinstance(done[0], Refused)
    assert [one.survivor_id for one in Merge.objects.all()] == [this.client_id]


def test_words_written_during_a_merge_land_in_the_surviving_file(esa, this, other):
    hearer = this.care.own_worker
    with transaction.atomic():
        do(this, other, esa.user)
        thread, _done = elsewhere(
            lambda: OwnWordsFactory(client=Client.objects.get(pk=other.client_id), heard_by=hearer)
        )
        thread.join(0.5)
        assert thread.is_alive()
    thread.join(20)

    assert OwnWords.objects.get().client_id == this.client_id


def test_killed_half_way_it_leaves_nothing(esa, this, other):
    OwnWordsFactory(client=other.client)
    with pytest.raises(KeyboardInterrupt):
        half_of_it(this, other, esa.user)

    assert not Merge.objects.exists()
    assert OwnWords.objects.get().client_id == other.client_id
    assert anew(other).care.ended_on is None
