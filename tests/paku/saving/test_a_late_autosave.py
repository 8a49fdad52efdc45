"""What is typed while Save is under way never comes back as a draft of what has been saved."""

import json
import time
import uuid
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from paku.saving.models import Draft, Submission
from pathways.models import Visit
from tests.desk import Desk
from tests.factories import PathFactory, today

WAITING = """SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database
WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted"""
VISIT = {"kind": "home", "met": "yes", "present": "client", "note": "Valmis"}


@pytest.fixture
def path(own_database):
    return PathFactory()


@pytest.fixture
def beside():
    """Another process of the web: a thread with a connection of its own."""
    with ThreadPoolExecutor(1) as pool:
        yield lambda work: pool.submit(_and_hang_up, work)


def _and_hang_up(work):
    try:
        return work()
    finally:
        connection.close()


def until_it_waits_or_is_done(other: Future) -> None:
    while not other.done():
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.01)


def autosave(path, sheet):
    kept = {"key": f"visit/{path.ref}", "form": str(sheet), "body": json.dumps({"note": "Valm"})}
    return Desk().sit(path.care.own_worker).post("/drafts/", kept).status_code


def test_an_autosave_that_comes_while_save_is_under_way_is_told_that_it_is_saved(path, beside):
    sheet, author = uuid.uuid4(), path.care.own_worker
    with transaction.atomic():
        saved, _ = Submission.objects.claim(author=author, submission_id=sheet, digest="x")
        saved.finish("/")
        late = beside(lambda: autosave(path, sheet))
        until_it_waits_or_is_done(late)

    assert late.result() == 409
    assert not Draft.objects.exists()


def test_save_takes_along_a_draft_that_was_on_its_way(path, beside):
    sheet, author = uuid.uuid4(), path.care.own_worker

    def save():
        said = {**VISIT, "on": today().isoformat()}
        return Desk().sit(author).send(f"/paths/{path.ref}/visits/new/", said, sheet=sheet)

    with transaction.atomic():
        assert Draft.objects.keep(author=author, key=f"visit/{path.ref}", form=sheet, body={})
        saving = beside(save)
        until_it_waits_or_is_done(saving)

    assert saving.result().status_code == 303
    assert (Visit.objects.count(), Draft.objects.count()) == (1, 0)


def test_another_sheet_waits_for_nobody(path, beside):
    with transaction.atomic():
        Submission.objects.claim(
            author=path.care.own_worker, submission_id=uuid.uuid4(), digest="x"
        )

        assert beside(lambda: autosave(path, uuid.uuid4())).result(30) == 204
