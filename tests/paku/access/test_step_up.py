"""A dangerous act asks again who one is, and what was typed goes on when one has shown it."""

import html
import re

import pytest

from network.models import Disclosure
from paku.audit.models import Entry
from tests.desk import Desk
from tests.every_address import every_address
from tests.factories import PASSWORD, MemberFactory
from tests.network.summaries import page_of, wishes
from tests.paku.access.factor_codes import code_of, with_app, with_passkey, wrong

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("still_clock")]

SIX_MINUTES = 360
GUARDED = {
    "access:add-app",
    "access:add-passkey",
    "access:make-codes",
    "access:passkey",
    "access:remove-app",
    "access:remove-passkey",
    "network:summary",
}


@pytest.fixture
def secret(ohjaaja):
    """The worker of `path` has an app."""
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    secret = generate_totp_secret()
    TOTP.activate(ohjaaja, secret)
    return secret


@pytest.fixture
def desk(ohjaaja, secret):
    """Signed in by the app six minutes ago."""
    return Desk().sit(ohjaaja).shows("password", "totp", ago=SIX_MINUTES)


@pytest.fixture
def paper(path):
    return page_of(path), wishes(MemberFactory(client=path.client), "who", "rights")


def carried(page):
    """What the asking page sends again."""
    fields = re.findall(r'<textarea hidden name="(\w+)">\n(.*?)</textarea>', page, re.DOTALL)
    sent = {}
    for name, value in fields:
        sent.setdefault(name, []).append(html.unescape(value))
    return sent


def test_giving_a_paper_asks_and_then_gives_the_very_same(desk, secret, paper):
    address, typed = paper

    asked = desk.send(address, typed)

    page = asked.content.decode()
    assert (asked.status_code, Disclosure.objects.count()) == (403, 0)
    assert f'action="{address}"' in page

    given = desk.post(address, {**carried(page), "again_code": code_of(secret), "_end": "1"})

    assert given.status_code == 303
    disclosure = Disclosure.objects.get()
    assert disclosure.sections == ["who", "rights"]
    assert Entry.objects.get(deed="access.confirmed").details["by"] == "totp"


def test_a_wrong_code_keeps_what_was_typed_and_is_on_the_trail(desk, secret, paper):
    address, typed = paper
    before = carried(desk.send(address, typed).content.decode())

    answer = desk.post(address, {**before, "again_code": wrong(code_of(secret)), "_end": "1"})

    assert (answer.status_code, Disclosure.objects.count()) == (422, 0)
    assert carried(answer.content.decode()) == before
    assert Entry.objects.filter(deed="access.confirm_failed").count() == 1


def test_looking_at_a_paper_does_not_ask(desk, paper):
    address, typed = paper

    assert desk.get(address).status_code == 200
    assert desk.send(address, {**typed, "preview": "1"}).status_code == 200


def test_five_minutes_are_enough_for_the_next_one(desk, paper, ohjaaja):
    address, typed = paper

    assert desk.shows("totp", ago=240).send(address, typed).status_code == 303


def test_a_clock_that_went_back_makes_nothing_fresh(desk, paper):
    address, typed = paper

    assert desk.shows("totp", ago=-3600).send(address, typed).status_code == 403


def test_in_production_the_password_is_no_proof_to_whoever_has_a_factor(desk, paper):
    address, typed = paper

    answer = desk.send(address, {**typed, "again_password": PASSWORD})

    assert (answer.status_code, Disclosure.objects.count()) == (422, 0)


@pytest.mark.parametrize(("password", "status"), [(PASSWORD, 303), ("väärä", 422), ("", 422)])
def test_in_the_demonstration_the_password_is_enough(settings, desk, paper, password, status):
    settings.DEMO = True
    address, typed = paper

    assert desk.send(address, {**typed, "again_password": password}).status_code == status


def test_a_page_asks_and_leads_back(settings, desk, secret):
    led = desk.get("/account/second-factor/passkeys/")
    assert led["Location"] == "/sign-in/again/?next=%2Faccount%2Fsecond-factor%2Fpasskeys%2F"

    back = desk.post(led["Location"], {"again_code": code_of(secret)})

    assert back["Location"] == "/account/second-factor/passkeys/"
    assert desk.get(back["Location"]).status_code == 200


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:x"])
def test_it_leads_to_no_other_site(desk, secret, elsewhere):
    answer = desk.post(f"/sign-in/again/?next={elsewhere}", {"again_code": code_of(secret)})

    assert answer["Location"] == "/"


def test_a_call_by_script_is_told_in_a_status(desk, paper):
    address, typed = paper

    assert desk.send(address, typed, HTTP_SEC_FETCH_DEST="empty").status_code == 401


@pytest.mark.parametrize("made_up", ["{}", "[]", "7", "x", '{"id": "x", "response": {}}'])
def test_a_made_up_passkey_proves_nothing(desk, ohjaaja, made_up):
    with_passkey(ohjaaja)

    answer = desk.post("/account/second-factor/codes/", {"again_credential": made_up})

    assert answer.status_code == 422


def test_every_dangerous_address_is_guarded_and_refuses_an_old_session():
    guarded = {a.name for a in every_address() if hasattr(a.view, "needs_fresh_sign_in")}
    assert guarded >= GUARDED

    desk = Desk().sit(with_app()[0]).shows("totp", ago=SIX_MINUTES)
    for address in [a for a in every_address() if a.name in GUARDED]:
        answer = desk.send(address.example, {"name": "x"})
        assert (address.name, answer.status_code, answer.templates[0].name) == (
            address.name, 403, "access/again.html",
        )  # fmt: skip
