"""What must be kept is on no list, and stays although it was; what was done is done once; the database looks itself."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from clients.models import OwnWords
from pathways.actions.retention import carry_out, carry_out_approved, propose
from pathways.models import Pathway, RetentionRun, Visit
from tests.factories import (
    CareFactory,
    LegalHoldFactory,
    PathFactory,
    approved,
    ended,
    listed,
)
from tests.pathways.retention.rows import rows_of

pytestmark = pytest.mark.django_db


def test_run_twice_it_is_done_once(due, two):
    run = approved(listed(due), *two)

    assert (carry_out(run), carry_out(run), carry_out_approved(), propose()) == (1, 0, 0, 0)
    assert RetentionRun.objects.get().files == 1


@pytest.mark.parametrize("why", ["open path", "younger path", "hold", "nine years"])
def test_what_must_be_kept_is_not_on_the_list(path, why):
    ended(path, 9 if why == "nine years" else 11)
    if why == "open path":
        PathFactory(care=CareFactory(client=path.client, team=path.care.team))
    if why == "younger path":
        ended(PathFactory(care=CareFactory(client=path.client, team=path.care.team)), 5)
    if why == "hold":
        LegalHoldFactory(client=path.client, set_by=path.care.own_worker)

    assert propose() == 0


@pytest.mark.parametrize("why", ["hold", "returned"])
def test_what_happens_after_the_approval_is_looked_at_too(due, two, why):
    run = approved(listed(due), *two)
    before = rows_of(due.client)
    if why == "hold":
        LegalHoldFactory(client=due.client, set_by=two[0])
    else:
        PathFactory(care=CareFactory(client=due.client, team=due.care.team))

    assert carry_out(run) == 0
    assert rows_of(due.client).items() >= {"pathways_visit": before["pathways_visit"]}.items()
    run.refresh_from_db()
    assert (run.files, run.kept, run.state) == (0, 1, "done")


def test_the_database_itself_wants_two_people(due, two):
    run = listed(due)
    with connection.cursor() as cursor:
        cursor.execute("SELECT paku_approve_destruction(%s, %s)", [run.pk, two[0].pk])
        cursor.execute("SELECT paku_approve_destruction(%s, %s)", [run.pk, two[0].pk])
        assert cursor.fetchone()[0] == "same"

    with pytest.raises(DatabaseError, match="two people"), transaction.atomic():
        carry_out(run)

    assert Visit.objects.filter(path=due).count() == 1


def test_the_application_takes_away_nothing_that_only_grows(due):
    words = OwnWords.objects.filter(client=due.client)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('paku.destroying', 'on', true)")

        with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
            words._raw_delete("default")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            cursor.execute("SELECT paku_destroy_all(%s)", [due.client_id])


def test_two_files_of_one_person_count_each_by_itself(due, two):
    """After a year an ended file is closed to all, and who comes back gets a new one (decisions 0030, 0031)."""
    again = PathFactory(care__client__last_name=due.client.last_name, care__team=due.care.team)

    carry_out(approved(listed(due), *two))

    assert not Pathway.objects.filter(pk=due.pk).exists()
    assert Pathway.objects.filter(pk=again.pk).exists()
