"""An unfinished document that is not needed goes away when it is asked once more; a ready one never does."""

import uuid

import pytest
from django.db import DatabaseError, transaction

from paku.audit.models import Entry
from paku.saving.models import Draft
from pathways.models import Assessment, Plan
from tests.desk import Desk
from tests.factories import AssessmentFactory, AssignmentFactory, PlanFactory, worker
from tests.pathways.documents.sheets import an_assessment, of

pytestmark = pytest.mark.django_db


def test_asking_throws_nothing_away_and_answering_does_once(desk, path):
    one, sheet = AssessmentFactory(path=path, unfinished=True), uuid.uuid4()
    desk.leave(f"assessment/{one.ref}", an_assessment(seen="1"))

    assert desk.get(of(one, "drop")).status_code == 200
    assert Assessment.objects.exists()
    assert desk.send(of(one, "drop"), {"seen": "1"}, sheet=sheet).status_code == 303

    assert (Assessment.objects.exists(), Draft.objects.exists()) == (False, False)
    assert desk.get(of(one)).status_code == 404
    told = Entry.objects.get(deed="pathways.document_dropped")
    assert (told.client_refs, told.details["kind"]) == ([path.client.ref], "assessment")


def test_another_of_the_persons_workers_may_and_a_colleague_may_not(path):
    one = PlanFactory(path=path, unfinished=True)
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)
    colleague = Desk().sit(worker(team=path.care.team))

    assert colleague.send(of(one, "drop"), {"seen": "1"}).status_code == 404
    assert Plan.objects.exists()
    assert pair.send(of(one, "drop"), {"seen": "1"}).status_code == 303
    assert not Plan.objects.exists()


def test_a_ready_one_stays_and_a_version_falls_back_to_it(desk, path):
    ready = AssessmentFactory(path=path)
    desk.send(of(ready, "follow"), {"reason": "uutta tietoa"})
    second = Assessment.objects.get(version=2)

    assert desk.send(of(ready, "drop"), {"seen": "1"}).status_code == 409
    assert desk.send(of(second, "drop"), {"seen": "1"}).status_code == 303
    assert Assessment.objects.get() == ready
    assert desk.get(of(ready, "drop")).status_code == 302
    with pytest.raises(DatabaseError), transaction.atomic():
        Assessment.objects.filter(pk=ready.pk).update(conclusions="toisin")


def test_whoever_saved_in_between_loses_nothing(desk, path):
    one = AssessmentFactory(path=path, unfinished=True)
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)
    pair.send(of(one, "edit"), an_assessment(situation_worker="Parin teksti.", seen="1"))

    answer = desk.send(of(one, "drop"), {"seen": "1"})

    assert (answer.status_code, "Parin teksti." in answer.content.decode()) == (409, True)
    assert Assessment.objects.get().situation_worker == "Parin teksti."
