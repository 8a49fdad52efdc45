"""A merge was a mistake: for thirty days two files can be had again, and nobody's data are lost on the way."""

from datetime import timedelta

import pytest
from django.urls import reverse

from clients.models import (
    Admission,
    Assignment,
    Client,
    ClientName,
    Exclusion,
    MergedRow,
    OwnWords,
    Restriction,
)
from clients.models.merge import Merge
from network.models import Member
from tests.clients.merging.two_files import anew, file_of, merged
from tests.factories import MemberFactory, OwnWordsFactory, StepFactory, today

pytestmark = pytest.mark.django_db


def undo(desk, this, merge=None):
    merge = merge or Merge.objects.get(undone_at=None)
    return desk.send(reverse("clients:undo-merge", args=[this.client.ref, merge.ref]), {})


def everything(*paths):
    """Both files as one sees them: their own rows, and which rows hang on which of them."""
    for path in paths:
        path.refresh_from_db()
        path.care.refresh_from_db()
    people = Client.objects.filter(last_name="Virtanen").order_by("pk")
    rows = [
        sorted(model.objects.values_list("pk", "client_id"))
        for model in (OwnWords, Member, Exclusion, Restriction, ClientName)
    ]
    for path in paths:
        path.refresh_from_db()
        path.care.refresh_from_db()
    return (
        [{k: v for k, v in vars(one).items() if k not in ("_state", "version")} for one in people],
        rows,
        [(path.client_id, path.ended_on, path.ending, path.care_id) for path in paths],
        [(path.care.client_id, path.care.ended_on, path.care.ending) for path in paths],
        list(Assignment.objects.order_by("pk").values_list("care", "worker", "until")),
        [list(path.care.own_worker_periods.values_list("care", "until")) for path in paths],
    )


def test_both_files_are_as_they_were(esa, this, other):
    OwnWordsFactory(client=other.client)
    StepFactory(client=other.client, doer=other.client.members.first())
    MemberFactory(client=this.client, kind="worker", user=other.care.own_worker, organisation=None)
    Client.objects.filter(pk=other.client_id).update(is_protected=True)
    before = everything(this, other)

    assert merged(esa, this, other, stays="").status_code == 303
    assert everything(this, other) != before
    assert undo(esa, this).status_code == 303

    for now, then in zip(everything(this, other), before, strict=True):
        assert now == then


def test_what_was_written_afterwards_stays_with_the_surviving_file(esa, this, other):
    merged(esa, this, other)
    words = OwnWordsFactory(client=this.client)
    Client.objects.filter(pk=this.client_id).update(nickname="Masa")

    undo(esa, this)

    words.refresh_from_db()
    assert words.client_id == this.client_id
    assert anew(this).nickname == "Masa"


def test_a_second_undo_says_that_it_has_been_done(esa, this, other):
    merged(esa, this, other)
    merge = Merge.objects.get()
    undo(esa, this, merge)

    assert undo(esa, this, merge).status_code == 422


def test_after_thirty_days_it_is_too_late(esa, this, other):
    merged(esa, this, other)
    merge = Merge.objects.get()
    Merge.objects.filter(pk=merge.pk).update(at=merge.at - timedelta(days=30))

    answer = undo(esa, this)

    assert (answer.status_code, "30" in answer.content.decode()) == (422, True)
    assert anew(other).merged_into_id == this.client_id


def test_a_later_merge_is_undone_first(esa, team, this, other):
    third = file_of(team, last_name="Virtanen", first_names="Maria")
    merged(esa, this, other)
    first = Merge.objects.get()
    merged(esa, third, this)
    assert anew(other).merged_into_id == third.client_id

    assert undo(esa, this, first).status_code == 308
    assert undo(esa, third, Merge.objects.get(survivor=third.client)).status_code == 303
    assert anew(other).merged_into_id == this.client_id
    assert undo(esa, this, first).status_code == 303
    assert anew(other).merged_into_id is None


def test_when_the_way_back_is_blocked_it_is_said_and_nothing_changes(esa, this, other):
    merged(esa, this, other)
    Assignment.objects.all().delete()
    other.care.own_worker.member_rows.update(until=None)
    name = ClientName.objects.filter(client=this.client).first()
    assert name is not None
    # the absorbed file has got an open care relationship of its own by hand
    care = anew(this).care
    row = MergedRow.objects.filter(table="clients_carerelationship", old__ended_on=None).get()
    row.new = {"ended_on": str(today()), "ending": "merged"}
    row.old = {"ended_on": None, "ending": "", "client_id": care.client_id}
    row.new["client_id"] = care.client_id
    row.save()
    other_care = other.care
    other_care.refresh_from_db()
    MergedRow.objects.filter(table="clients_carerelationship", key=str(other_care.pk)).exclude(
        pk=row.pk
    ).update(old={"client_id": care.client_id})

    assert undo(esa, this).status_code == 422
    assert anew(other).merged_into_id == this.client_id


def test_a_restriction_in_either_holds_for_both_and_lets_nobody_in(esa, this, other):
    Restriction.objects.create(client=other.client, restricted_by=esa.user)
    for user in (esa.user, other.care.own_worker):
        Admission.objects.create(client=other.client, user=user, admitted_by=esa.user)

    assert merged(esa, this, other).status_code == 422
    assert merged(esa, this, other, goes_on=str(other.care.ref)).status_code == 303

    assert anew(this).is_restricted
    named = set(Admission.objects.filter(client=this.client).values_list("user", flat=True))
    assert named == {esa.user.pk, other.care.own_worker_id}
    assert undo(esa, this).status_code == 303
    assert not anew(this).is_restricted
