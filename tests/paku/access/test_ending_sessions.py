"""Sessions end: by time, by hand, with the account and with the membership."""

from datetime import timedelta

import pytest
from django.db.models import F

from paku.access.models import Membership, Sitting
from paku.access.sessions import kept_as
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import today, worker
from tests.paku.access.signed_in import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
ACCOUNT = "/account/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"


def test_ten_hours_after_the_sign_in_it_ends_however_busy_one_was():
    desk = sign_in(worker())
    row = Sitting.objects.of(desk.user)
    assert row.get().expire_date - row.get().began_at == timedelta(hours=10)
    desk.post("/account/language/", {"language": "sv"})
    assert row.get().expire_date - row.get().began_at == timedelta(hours=10)
    row.update(expire_date=F("expire_date") - timedelta(hours=10))

    assert desk.get(ACCOUNT)["Location"].startswith("/sign-in/")


def test_of_four_sessions_the_oldest_ends():
    somebody = worker()
    desks = [sign_in(somebody) for _ in range(4)]

    assert [desk.get(ACCOUNT).status_code for desk in desks] == [302, 200, 200, 200]
    assert Entry.objects.get(deed="access.sessions_ended").details == {
        "count": 1,
        "why": "too_many",
    }


def test_one_sees_where_one_is_signed_in_in_plain_words():
    desk = sign_in(worker(), HTTP_USER_AGENT=FIREFOX, REMOTE_ADDR="192.0.2.44")

    page = desk.get(ACCOUNT).content.decode()

    assert "Firefox, Windows" in page
    assert "192.0.2.44" in page


def test_one_session_or_all_others_are_ended_by_hand():
    somebody = worker()
    here, there, elsewhere = (sign_in(somebody) for _ in range(3))
    oldest = Sitting.objects.get(session_key=kept_as(there.session.session_key))

    here.post("/account/sessions/end/", {"session": str(oldest.ref)})
    assert [desk.get(ACCOUNT).status_code for desk in (here, there, elsewhere)] == [200, 302, 200]

    here.post("/account/sessions/end/", {"session": "others"})
    here.post("/account/sessions/end/", {"session": "others"})
    assert [desk.get(ACCOUNT).status_code for desk in (here, elsewhere)] == [200, 302]


@pytest.mark.parametrize("asked", ["", "x", "{ref}", "others"])
def test_nobody_ends_anothers_session(desk, asked):
    other = sign_in(worker())
    theirs = Sitting.objects.of(other.user).get().ref

    answer = desk.post("/account/sessions/end/", {"session": asked.format(ref=theirs)})

    assert answer.status_code == 303
    assert other.get(ACCOUNT).status_code == 200


def test_an_ended_account_is_out_at_the_next_request(desk):
    desk.user.is_active = False
    desk.user.save()

    assert desk.get(ACCOUNT).status_code == 302


def test_an_ended_membership_counts_at_the_next_request(desk):
    assert desk.get("/clients/").status_code == 200
    Membership.objects.filter(user=desk.user).update(until=today() - timedelta(days=1))

    assert desk.get("/clients/").status_code == 403


def test_what_has_ended_is_swept_at_the_next_sign_in():
    somebody = worker()
    sign_in(somebody)
    Desk().get("/sign-in/")
    Sitting.objects.update(expire_date=F("began_at"))
    sign_in(somebody)

    assert Sitting.objects.count() == 1
