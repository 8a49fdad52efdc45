"""Setting up, renaming and removing one's own second factors."""

import re

import pytest
from allauth.mfa.models import Authenticator

from paku.access.actions import factors
from paku.access.roles import Role
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import PASSWORD, worker
from tests.paku.access.factor_codes import code_of, with_app, with_passkey, wrong

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("still_clock")]

FACTORS = "/account/second-factor/"
APP, PASSKEYS, CODES = f"{FACTORS}app/", f"{FACTORS}passkeys/", f"{FACTORS}codes/"


@pytest.fixture
def desk():
    """Somebody new, whose password has just been right."""
    desk, user = Desk(), worker(username="uusi")
    desk.post("/sign-in/", {"login": "uusi", "password": PASSWORD})
    desk.user = user
    return desk


def secret_on(page):
    return re.search(r'class="secret">(\w+)<', page.content.decode()).group(1)


def kinds(user):
    return sorted(Authenticator.objects.filter(user=user).values_list("type", flat=True))


def test_the_app_is_taken_into_use_by_its_first_code_and_paku_opens(desk):
    page = desk.get(APP)
    assert 'src="data:image/svg+xml;base64,' in page.content.decode()

    answer = desk.post(APP, {"code": code_of(secret_on(page))})

    assert len(answer.context["codes"]) == 10
    assert kinds(desk.user) == ["recovery_codes", "totp"]
    assert desk.get("/account/").status_code == 200
    added = Entry.objects.get(deed="access.factor_added")
    assert (added.actor_ref, added.details["kind"]) == (desk.user.ref, "totp")


def test_a_wrong_first_code_leaves_the_same_secret_on_the_page(desk):
    secret = secret_on(desk.get(APP))

    answer = desk.post(APP, {"code": wrong(code_of(secret))})

    assert answer.status_code == 422
    assert secret_on(answer) == secret
    assert kinds(desk.user) == []


def test_the_first_code_does_not_sign_in_as_well(desk):
    code = code_of(secret_on(desk.get(APP)))
    desk.post(APP, {"code": code})
    other = Desk()
    other.post("/sign-in/", {"login": "uusi", "password": PASSWORD})

    assert other.post("/sign-in/second-factor/", {"code": code}).status_code == 422


def test_secrets_are_not_readable_in_the_database():
    user, secret, codes = with_app()

    kept = str(list(Authenticator.objects.filter(user=user).values_list("data", flat=True)))

    assert secret not in kept
    assert not [code for code in codes if code in kept]


def test_recovery_codes_are_shown_once():
    desk, (user, _, codes) = Desk(), with_app()
    desk.sit(user)

    listed = desk.get(FACTORS).content.decode()

    assert not [code for code in codes if code in listed]
    assert "10" in listed
    new = desk.post(CODES).context["codes"]
    assert len(set(new)) == 10
    assert set(new).isdisjoint(codes)
    assert desk.get(CODES).status_code == 405


def test_no_codes_without_a_factor():
    assert Desk().sit(worker()).post(CODES).status_code == 422


def test_the_only_factor_stays_in_production_and_goes_in_the_demonstration(settings):
    desk, (user, _, _) = Desk(), with_app()
    desk.sit(user)
    assert desk.post(f"{APP}remove/").status_code == 422
    assert kinds(user) == ["recovery_codes", "totp"]

    settings.DEMO = True

    assert desk.post(f"{APP}remove/")["Location"] == FACTORS
    assert kinds(user) == []
    assert desk.post(f"{APP}remove/")["Location"] == FACTORS


def test_a_powerful_role_keeps_a_passkey():
    user, _, _ = with_app(Role.SUPERVISOR)
    passkey = with_passkey(user)

    answer = Desk().sit(user).post(f"{PASSKEYS}{passkey.data['ref']}/remove/")

    assert answer.status_code == 422
    assert "webauthn" in kinds(user)


def test_a_passkey_is_renamed_and_removed():
    user, _, _ = with_app()
    address = f"{PASSKEYS}{with_passkey(user).data['ref']}/"
    desk = Desk().sit(user)

    desk.post(address, {"name": "Avainnippu"})
    assert "Avainnippu" in desk.get(FACTORS).content.decode()

    desk.post(f"{address}remove/")
    assert kinds(user) == ["recovery_codes", "totp"]


@pytest.mark.parametrize("name", ["", "x" * 61])
def test_a_name_that_will_not_do_is_said_beside_the_field(name):
    user, _, _ = with_app()
    address = f"{PASSKEYS}{with_passkey(user).data['ref']}/"

    answer = Desk().sit(user).post(address, {"name": name})

    assert answer.status_code == 422
    assert answer.context["form"].errors["name"]


@pytest.mark.parametrize("end", ["", "remove/"])
def test_somebody_elses_passkey_is_not_there(end):
    passkey = with_passkey(worker())

    answer = Desk().sit(worker()).post(f"{PASSKEYS}{passkey.data['ref']}/{end}", {"name": "Oma"})

    assert answer.status_code == 404
    passkey.refresh_from_db()
    assert passkey.data["name"] == "Työpuhelin"


@pytest.mark.parametrize("credential", ["", "{}", "[]", '{"id": "x", "response": {}}'])
def test_a_made_up_passkey_is_not_taken(desk, credential):
    desk.get(PASSKEYS)

    answer = desk.post(PASSKEYS, {"name": "Väärä", "credential": credential})

    assert answer.status_code == 422
    assert 'value="Väärä"' in answer.content.decode()
    assert kinds(desk.user) == []


def test_the_main_user_can_take_all_factors_of_a_lost_phone_away():
    user, _, _ = with_app()

    factors.reset(user=user, by=worker(Role.MAIN_USER))

    assert kinds(user) == []
    assert Entry.objects.get(deed="access.factors_reset").object_ref == str(user.ref)


def test_ten_passkeys_cost_what_one_costs():
    user, _, _ = with_app()
    with_passkey(user)
    desk = Desk().sit(user)
    one = desk.cost(FACTORS)
    for number in range(9):
        with_passkey(user, name=f"Avain {number}")

    assert desk.cost(FACTORS) == one
