"""What was typed and not yet saved comes back to who typed it, and to nobody else."""

import uuid

import pytest
from django.db import connection

from paku.saving.models import Draft
from tests.desk import Desk
from tests.factories import AssignmentFactory, PathFactory
from tests.pathways.visiting import a_visit, sheet_for

pytestmark = pytest.mark.django_db


def test_a_draft_comes_back_and_is_gone_when_the_visit_is_saved(desk, path):
    sheet = uuid.uuid4()
    desk.leave(f"visit/{path.ref}", {"note": "Kesken jäi"}, sheet=sheet)

    page = desk.get(sheet_for(path)).content.decode()
    assert "Kesken jäi" in page
    assert str(sheet) in page

    desk.send(sheet_for(path), a_visit(), sheet=sheet)
    assert not Draft.objects.exists()


def test_a_draft_never_appears_in_another_clients_form_or_for_another_worker(desk, path):
    other = PathFactory(care__own_worker=desk.user, care__team=path.care.team)
    pair = AssignmentFactory(care=path.care).worker
    desk.leave(f"visit/{path.ref}", {"note": "Salaisuus"})

    pages = [
        desk.get(sheet_for(path)),
        desk.get(sheet_for(other)),
        Desk().sit(pair).get(sheet_for(path)),
    ]
    assert ["Salaisuus" in page.content.decode() for page in pages] == [True, False, False]
    assert [page.status_code for page in pages] == [200, 200, 200]


def test_a_draft_is_not_readable_in_the_database(desk, path):
    desk.leave(f"visit/{path.ref}", {"note": "Salaisuus"})

    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM saving_draft")
        (stored,) = cursor.fetchone()
    assert b"Salaisuus" not in bytes(stored)
