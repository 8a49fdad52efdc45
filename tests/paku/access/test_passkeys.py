"""Making a passkey, signing in with it alone, and what it does not answer to."""

import json
import re

import pytest
from allauth.mfa.models import Authenticator

from paku.access.roles import Role
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import PASSWORD, worker
from tests.paku.access.software_passkey import Passkey

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("still_clock")]

SIGN_IN, ALONE, PASSKEYS = "/sign-in/", "/sign-in/passkey/", "/account/second-factor/passkeys/"
PAGES = {"login": "kaisa", "password": PASSWORD}


@pytest.fixture
def kaisa():
    """The main user: in production nothing but a passkey lets her in."""
    return worker(Role.MAIN_USER, username="kaisa")


@pytest.fixture
def passkey(kaisa):
    """Made at the first sign-in."""
    desk, passkey = Desk(), Passkey()
    desk.post(SIGN_IN, PAGES, secure=True)
    options = desk.get(PASSKEYS, secure=True).context["options"]
    sent = {"name": "Puhelin", "credential": json.dumps(passkey.made(options))}
    answer = desk.post(PASSKEYS, sent, secure=True)
    assert len(answer.context["codes"]) == 10
    assert desk.get("/account/", secure=True).status_code == 200
    return passkey


def come_in(passkey, onward="/account/", **how):
    desk = Desk()
    options = desk.get(SIGN_IN, secure=True).context["passkey_options"]
    sent = {"credential": json.dumps(passkey.shown(options, **how)), "next": onward}
    return desk, desk.post(ALONE, sent, secure=True)


def test_it_signs_in_without_a_password(kaisa, passkey):
    desk, answer = come_in(passkey)

    assert answer["Location"] == "/account/"
    assert desk.get("/account/", secure=True).status_code == 200
    entry = Entry.objects.filter(deed="access.signed_in").latest("pk")
    assert (entry.actor_ref, entry.details["by"]) == (kaisa.ref, ["webauthn"])


def test_it_leads_to_no_other_site(passkey):
    assert come_in(passkey, onward="https://example.org/")[1]["Location"] == "/"


def test_after_the_password_it_is_the_second_factor(kaisa, passkey):
    desk = Desk()
    led = desk.post(SIGN_IN, PAGES, secure=True)["Location"]
    options = desk.get(led, secure=True).context["passkey_options"]

    sent = {"credential": json.dumps(passkey.shown(options))}

    assert desk.post(led, sent, secure=True).status_code == 302
    assert desk.get("/account/", secure=True).status_code == 200


def test_it_proves_again_who_one_is(kaisa, passkey):
    desk = Desk().sit(kaisa).shows("webauthn", ago=360)
    page = desk.post("/account/second-factor/codes/", secure=True).content.decode()
    options = json.loads(re.search(r'id="passkey-options"[^>]*>(.*?)</script>', page).group(1))

    sent = {"again_credential": json.dumps(passkey.shown(options))}

    assert len(desk.post("/account/second-factor/codes/", sent, secure=True).context["codes"]) == 10


def test_one_whose_lock_was_not_opened_does_not_sign_in(passkey):
    assert come_in(passkey, unlocked=False)[1].status_code == 422


def test_a_false_page_gets_nothing_out_of_it(passkey):
    passkey.origin = "https://testserver.example"

    assert come_in(passkey)[1].status_code == 422


def test_an_answer_opens_once(passkey):
    desk = Desk()
    options = desk.get(SIGN_IN, secure=True).context["passkey_options"]
    sent = {"credential": json.dumps(passkey.shown(options))}
    assert desk.post(ALONE, sent, secure=True).status_code == 302
    desk.post("/sign-out/", secure=True)
    desk.get(SIGN_IN, secure=True)

    assert desk.post(ALONE, sent, secure=True).status_code == 422


def test_a_removed_one_and_somebody_elses_key_do_not_sign_in(kaisa, passkey):
    stranger = Passkey()
    stranger.id, stranger.owner = passkey.id, passkey.owner
    assert come_in(stranger)[1].status_code == 422

    Authenticator.objects.filter(user=kaisa).delete()

    assert come_in(passkey)[1].status_code == 422


def test_a_closed_account_stays_closed(kaisa, passkey):
    kaisa.is_active = False
    kaisa.save()

    desk, _ = come_in(passkey)

    assert "_auth_user_id" not in desk.session


def test_one_without_a_lock_of_its_own_is_not_taken(kaisa):
    desk = Desk()
    desk.post(SIGN_IN, PAGES, secure=True)
    options = desk.get(PASSKEYS, secure=True).context["options"]
    sent = {"name": "x", "credential": json.dumps(Passkey().made(options, unlocked=False))}

    assert desk.post(PASSKEYS, sent, secure=True).status_code == 422
    assert not Authenticator.objects.filter(user=kaisa).exists()
