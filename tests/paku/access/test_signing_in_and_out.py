"""Signing in and out, each try on the trail; too many tries wait."""

import pytest
from django.urls import reverse

from paku.access.demo_accounts import DEMO_ACCOUNTS
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import PASSWORD, worker

pytestmark = pytest.mark.django_db

SIGN_IN = "/sign-in/"


@pytest.fixture(autouse=True)
def demo(settings):
    settings.DEMO = False


def send(desk, user, password=PASSWORD, **more):
    return desk.post(SIGN_IN, {"login": user.username, "password": password, **more})


def test_the_right_password_opens_the_first_page_and_is_on_the_trail(settings):
    settings.DEMO = True
    somebody, desk = worker(), Desk()

    answer = send(desk, somebody)

    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert Entry.objects.get(deed="access.signed_in").actor_ref == somebody.ref
    assert desk.get("/account/").status_code == 200


def test_one_comes_back_to_the_page_one_was_going_to():
    desk = Desk()
    sent_away = desk.get("/account/")
    assert sent_away["Location"] == f"{SIGN_IN}?next=/account/"

    assert 'value="/account/"' in desk.get(sent_away["Location"]).content.decode()
    assert send(desk, worker(), next="/account/")["Location"] == "/account/"


def test_one_is_not_led_to_another_site():
    assert send(Desk(), worker(), next="https://example.org/")["Location"] == "/"


@pytest.mark.parametrize("password", ["wrong", ""])
def test_a_wrong_password_keeps_the_name_and_is_on_the_trail(password):
    somebody = worker(username="kaisa")

    answer = send(Desk(), somebody, password)

    page = answer.content.decode()
    assert (answer.status_code, 'value="kaisa"' in page) == (422, True)
    entry = Entry.objects.get(deed="access.sign_in_failed")
    assert (entry.outcome, entry.actor_ref) == ("denied", None)


def test_an_unknown_name_is_told_the_same_as_a_wrong_password():
    said = send(Desk(), worker(), "wrong").context["form"].non_field_errors()

    answer = Desk().post(SIGN_IN, {"login": "nobody", "password": "wrong"})

    assert answer.context["form"].non_field_errors() == said


def test_a_closed_account_does_not_open():
    assert Desk().login(username=worker(is_active=False).username, password=PASSWORD) is False


def test_too_many_wrong_passwords_lock_the_name_for_a_while():
    somebody = worker()
    for _ in range(6):
        send(Desk(), somebody, "wrong")

    answer = send(Desk(), somebody)

    assert answer.status_code == 422
    assert not Entry.objects.filter(deed="access.signed_in").exists()


def test_a_flood_of_tries_gets_a_page_that_says_wait(settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip", "login_failed": None}
    answers = [Desk().post(SIGN_IN, {"login": "nobody", "password": "wrong"}) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [422, 422, 429]
    assert "429.html" in [template.name for template in answers[-1].templates]


def test_signing_out_ends_the_session_and_tells_the_browser_to_forget():
    desk = Desk().sit(worker())

    answer = desk.post("/sign-out/")

    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert desk.get("/account/").status_code == 302
    assert Entry.objects.get().deed == "access.signed_out"


def test_a_link_cannot_sign_anybody_out():
    desk = Desk().sit(worker())

    assert desk.get("/sign-out/").status_code == 405
    assert desk.get("/account/").status_code == 200


def test_signing_out_twice_is_no_error():
    assert Desk().post("/sign-out/")["Location"] == SIGN_IN


def test_demo_accounts_are_listed_in_the_demonstration_only(settings):
    assert DEMO_ACCOUNTS[0][0] not in Desk().get(SIGN_IN).content.decode()

    settings.DEMO = True

    page = Desk().get(SIGN_IN).content.decode()
    assert all(f"<code>{username}</code>" in page for username, _, _ in DEMO_ACCOUNTS)


def test_a_call_by_script_is_told_plainly_that_the_session_is_over():
    assert Desk().get("/account/", HTTP_SEC_FETCH_DEST="empty").status_code == 401


def test_the_old_address_of_the_library_leads_here():
    assert reverse("account_login") == SIGN_IN == reverse("access:sign-in")
