"""Drafts: by author, by what they are about, by sheet."""

import json
import uuid

import pytest

from paku.saving.models import Draft
from tests.desk import Desk
from tests.factories import PathFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def path():
    return PathFactory()


@pytest.fixture
def desk(path):
    return Desk().sit(path.care.own_worker)


def leave(desk, path, *, form=None, **fields):
    body = json.dumps(fields) if fields else ""
    return desk.post(
        "/drafts/", {"key": f"visit/{path.ref}", "form": str(form or uuid.uuid4()), "body": body}
    )


def test_a_later_keystroke_overwrites_the_same_sheet_only(desk, path):
    sheet = uuid.uuid4()

    leave(desk, path, form=sheet, note="a")
    leave(desk, path, form=sheet, note="ab")
    leave(desk, path, note="toinen välilehti")

    assert sorted(draft.fields["note"] for draft in Draft.objects.all()) == [
        "ab",
        "toinen välilehti",
    ]


def test_an_empty_body_throws_the_draft_away(desk, path):
    sheet = uuid.uuid4()
    leave(desk, path, form=sheet, note="turha")

    assert leave(desk, path, form=sheet).status_code == 204
    assert not Draft.objects.exists()


def test_a_sheet_saved_meanwhile_is_told_so(desk, path):
    sheet = uuid.uuid4()
    from tests.factories import today

    desk.send(
        f"/paths/{path.ref}/visits/new/", {"kind": "home", "on": today().isoformat()}, sheet=sheet
    )

    assert leave(desk, path, form=sheet, note="jatkoa").status_code == 409
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"key": "visit/x", "form": str(uuid.uuid4()), "body": "{}"},
        {"key": f"salary/{uuid.uuid4()}", "form": str(uuid.uuid4()), "body": "{}"},
        {"key": f"visit/{uuid.uuid4()}", "form": "7", "body": "{}"},
        {"key": f"visit/{uuid.uuid4()}", "form": str(uuid.uuid4()), "body": "[1]"},
        {"key": f"visit/{uuid.uuid4()}", "form": str(uuid.uuid4()), "body": '{"note": {"a": 1}}'},
        {"key": f"visit/{uuid.uuid4()}", "form": str(uuid.uuid4()), "body": "{"},
    ],
)
def test_what_is_not_a_draft_is_refused_in_words(desk, fields):
    assert desk.post("/drafts/", fields).status_code == 422
    assert not Draft.objects.exists()


def test_a_session_that_is_over_is_told_to_the_script(path):
    answer = Desk().post(
        "/drafts/", {"key": f"visit/{path.ref}"}, headers={"Sec-Fetch-Dest": "empty"}
    )

    assert answer.status_code == 401
