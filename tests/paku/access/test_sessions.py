"""A session is one browser's: locked when left alone, ended in time, seen and ended by its person."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db.models import F

from paku.access.models import Sitting
from paku.access.sessions import kept_as
from paku.audit.models import Entry
from paku.saving.models import Draft
from pathways.models import VisitText
from tests.desk import Desk
from tests.factories import PASSWORD, worker
from tests.paku.access.signed_in import sign_in
from tests.pathways.visiting import a_visit, sheet_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
ACCOUNT = "/account/"
SHEET = UUID("8a0c6e0e-43c6-4b7e-9d0a-1e2d3c4b5a69")


def leave_alone(somebody, minutes):
    Sitting.objects.of(somebody).update(seen_at=F("seen_at") - timedelta(minutes=minutes))


def test_signing_in_gives_a_new_id_and_the_old_one_is_dead():
    somebody, desk = worker(), Desk()
    desk.get("/sign-in/")
    before = desk.session.session_key
    desk.post("/sign-in/", {"login": somebody.username, "password": PASSWORD})

    assert desk.session.session_key != before
    assert not Sitting.objects.filter(session_key=kept_as(before)).exists()


def test_the_database_does_not_hold_the_key():
    desk = sign_in(worker())

    row = Sitting.objects.of(desk.user).get()

    assert desk.session.session_key not in (row.session_key, row.session_data)


def test_a_desk_left_alone_for_a_quarter_of_an_hour_is_locked(desk):
    leave_alone(desk.user, 16)

    answer = desk.get(ACCOUNT)

    assert (answer.status_code, answer["Location"]) == (302, f"/locked/?next={ACCOUNT}")
    assert desk.user.name in desk.get("/locked/").content.decode()
    assert desk.get(ACCOUNT, HTTP_SEC_FETCH_DEST="empty").status_code == 401


def test_the_password_opens_the_page_again_and_both_are_on_the_trail(desk):
    desk.get(ACCOUNT)
    leave_alone(desk.user, 16)

    wrong = desk.post("/locked/", {"password": "wrong", "next": ACCOUNT})
    right = desk.post("/locked/", {"password": PASSWORD, "next": ACCOUNT})

    assert (wrong.status_code, right["Location"]) == (422, ACCOUNT)
    assert desk.get(ACCOUNT).status_code == 200
    deeds = Entry.objects.filter(deed__contains="unlock").order_by("pk")
    assert [entry.deed for entry in deeds] == ["access.unlock_failed", "access.unlocked"]


def test_unlocking_leads_to_no_other_site(desk):
    leave_alone(desk.user, 16)

    answer = desk.post("/locked/", {"password": PASSWORD, "next": "https://example.org/"})

    assert answer["Location"] == "/"


def test_somebody_else_can_sign_in_at_a_locked_desk(desk):
    leave_alone(desk.user, 16)
    other = worker(name="Joku Muu")
    desk.post("/sign-in/", {"login": other.username, "password": PASSWORD})

    assert "Joku Muu" in desk.get(ACCOUNT).content.decode()
    assert not Sitting.objects.of(desk.user).exists()


@pytest.mark.parametrize(("minutes", "status"), [(14, 200), (16, 302)])
def test_autosave_is_no_sign_that_somebody_is_there(desk, path, minutes, status):
    desk.get(ACCOUNT)
    leave_alone(desk.user, minutes - 2)
    assert desk.leave(f"visit/{path.ref}", {"note": "a"}).status_code == 204
    leave_alone(desk.user, 2)

    assert desk.get(ACCOUNT).status_code == status


def test_a_touch_of_the_keyboard_is(desk):
    desk.get(ACCOUNT)
    leave_alone(desk.user, 14)
    assert desk.post("/account/here/").status_code == 204
    leave_alone(desk.user, 14)

    assert desk.get(ACCOUNT).status_code == 200


def test_what_is_posted_to_a_locked_paku_is_saved_once_after_unlocking(desk, path):
    address, sheet = sheet_for(path), a_visit(note="Puolen tunnin teksti")
    leave_alone(desk.user, 16)

    kept = desk.send(address, sheet, sheet=SHEET)
    assert (kept.status_code, VisitText.objects.count()) == (403, 0)
    assert "Puolen tunnin teksti" in kept.content.decode()

    desk.post("/locked/", {"password": PASSWORD})
    for _ in range(2):
        again = desk.send(address, sheet, sheet=SHEET)
        assert again.status_code == 303
    assert [text.note for text in VisitText.objects.all()] == ["Puolen tunnin teksti"]


def test_after_an_hour_there_is_no_session_but_the_text_is_still_saved_once(desk, path):
    address, sheet = sheet_for(path), a_visit(note="Tunnin teksti")
    desk.leave(f"visit/{path.ref}", {"note": "Tunnin teksti"}, sheet=SHEET)
    leave_alone(desk.user, 61)

    kept = desk.send(address, sheet, sheet=SHEET)
    assert (kept.status_code, VisitText.objects.count()) == (403, 0)
    assert desk.get("/locked/")["Location"] == "/sign-in/"

    desk.post("/sign-in/", {"login": desk.user.username, "password": PASSWORD})
    assert "Tunnin teksti" in desk.get(address).content.decode()
    for _ in range(2):
        desk.send(address, sheet, sheet=SHEET)
    assert [text.note for text in VisitText.objects.all()] == ["Tunnin teksti"]
    assert not Draft.objects.exists()
