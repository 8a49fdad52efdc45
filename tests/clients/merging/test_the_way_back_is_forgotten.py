"""When a merge can no longer be undone, what its rows held goes; that there was a merge stays told."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.urls import reverse

from clients.models import MergedRow
from clients.models.merge import Merge
from clients.tasks import forget_ways_back_of_merges
from tests.clients.merging.two_files import anew, merged

pytestmark = pytest.mark.django_db


@pytest.fixture
def merge(esa, this, other):
    assert merged(esa, this, other).status_code == 303
    return Merge.objects.get()


def aged(merge, **ago):
    Merge.objects.filter(pk=merge.pk).update(at=F("at") - timedelta(**ago))


def undone(esa, this, merge):
    return esa.send(reverse("clients:undo-merge", args=[this.client.ref, merge.ref]), {})


def test_within_thirty_days_nothing_goes_and_the_files_come_apart(esa, this, other, merge):
    aged(merge, days=29)
    before = MergedRow.objects.count()

    forget_ways_back_of_merges()

    assert MergedRow.objects.count() == before > 0
    assert undone(esa, this, merge).status_code == 303
    assert anew(other).merged_into_id is None


def test_after_them_the_rows_go_and_the_merge_stays_told(esa, this, other, merge):
    aged(merge, days=30, minutes=1)

    forget_ways_back_of_merges()
    forget_ways_back_of_merges()

    assert not MergedRow.objects.exists()
    assert Merge.objects.get().name == merge.name
    assert anew(other).merged_into_id == this.client_id
    assert undone(esa, this, merge).status_code == 422


def test_of_two_merges_only_the_old_one_is_forgotten(esa, this, other, merge):
    rows = MergedRow.objects.filter(merge=merge)
    newer = Merge.objects.create(
        survivor=merge.absorbed, absorbed=merge.survivor, absorbed_ref=merge.survivor.ref, name="toinen",
        why="koe", by=esa.user,
    )  # fmt: skip
    MergedRow.objects.create(merge=newer, table="clients_ownwords", key="1", old={}, new={})
    aged(merge, days=31)

    forget_ways_back_of_merges()

    assert (rows.count(), MergedRow.objects.filter(merge=newer).count()) == (0, 1)
