"""No session before the second factor, and none in production without one."""

import pytest

from paku.access.roles import Role
from paku.audit.models import Entry
from tests.desk import Desk
from tests.every_address import every_address
from tests.factories import PASSWORD, worker
from tests.paku.access.factor_codes import code_of, with_app, with_passkey, wrong

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("still_clock")]

SIGN_IN, FACTOR, FACTORS = "/sign-in/", "/sign-in/second-factor/", "/account/second-factor/"


@pytest.fixture
def kaisa():
    return with_app(username="kaisa")


@pytest.fixture
def half(kaisa):
    """The password was right; the code has not been asked yet."""
    return half_way(kaisa[0])


def half_way(user, **more):
    desk = Desk()
    desk.post(SIGN_IN, {"login": user.username, "password": PASSWORD, **more})
    return desk


def deeds():
    return list(Entry.objects.order_by("pk").values_list("deed", flat=True))


def test_a_right_password_leads_to_the_second_factor_and_opens_nothing(kaisa):
    desk = Desk()

    answer = desk.post(SIGN_IN, {"login": "kaisa", "password": PASSWORD})

    assert (answer.status_code, answer["Location"]) == (302, FACTOR)
    assert "_auth_user_id" not in desk.session
    assert "access.signed_in" not in deeds()


@pytest.mark.parametrize("method", ["get", "post"])
def test_half_way_in_every_address_is_as_for_a_stranger(half, method):
    locked = [a for a in every_address() if hasattr(a.view, "permission")]

    opened = [a.name for a in locked if not at_the_door(getattr(half, method)(a.example))]

    assert len(locked) > 50
    assert opened == []


def at_the_door(answer):
    led = answer.status_code == 302 and answer["Location"].startswith("/sign-in/")
    return led or answer.status_code in (401, 404, 405)


def test_the_code_of_the_app_opens_the_page_one_was_going_to(kaisa):
    user, secret, _ = kaisa
    desk = half_way(user, next="/account/")

    answer = desk.post(FACTOR, {"code": code_of(secret)})

    assert answer["Location"] == "/account/"
    assert desk.get("/account/").status_code == 200
    entry = Entry.objects.get(deed="access.signed_in")
    assert (entry.actor_ref, entry.details["by"]) == (user.ref, ["password", "totp"])


def test_a_wrong_code_opens_nothing_and_is_on_the_trail(kaisa, half):
    answer = half.post(FACTOR, {"code": wrong(code_of(kaisa[1]))})

    assert answer.status_code == 422
    assert half.get("/account/")["Location"].startswith(SIGN_IN)
    entry = Entry.objects.get(deed="access.factor_failed")
    assert (entry.outcome, entry.object_ref) == ("denied", str(kaisa[0].ref))


def test_a_code_opens_once(kaisa, half):
    code = code_of(kaisa[1])
    assert half.post(FACTOR, {"code": code}).status_code == 302

    again = half_way(kaisa[0]).post(FACTOR, {"code": code})

    assert again.status_code == 422


def test_a_recovery_code_opens_once(kaisa, half):
    code = kaisa[2][3]
    assert half.post(FACTOR, {"code": code})["Location"] == "/"
    assert half.get("/account/").status_code == 200

    assert half_way(kaisa[0]).post(FACTOR, {"code": code}).status_code == 422


@pytest.mark.parametrize(
    "sent",
    [{}, {"code": ""}, {"code": "x" * 9000}, {"credential": ""}, {"credential": "{}"}]
    + [
        {"credential": made_up}
        for made_up in ("[]", "7", '"x"', '{"id": "x"}', '{"id": 1, "response": 2}')
    ],
)
def test_nothing_made_up_opens(half, sent):
    assert half.post(FACTOR, sent).status_code == 422
    assert half.get("/account/").status_code == 302


@pytest.mark.parametrize(
    "credential",
    ["", "{}", "[]", "null", '{"id": "x", "response": {"userHandle": "MQ"}}', '{"response": []}'],
)
def test_nothing_made_up_signs_in_instead_of_a_passkey(credential):
    desk = Desk()
    desk.get(SIGN_IN)

    answer = desk.post("/sign-in/passkey/", {"credential": credential})

    assert answer.status_code == 422
    assert desk.get("/account/").status_code == 302
    assert deeds().count("access.sign_in_failed") == 1


def test_nobody_comes_to_the_second_factor_without_the_password():
    assert Desk().get(FACTOR)["Location"] == SIGN_IN
    assert Desk().post(FACTOR, {"code": "123456"})["Location"] == SIGN_IN


def test_starting_over_forgets_whose_password_it_was(half):
    half.post("/sign-out/")

    assert half.get(FACTOR)["Location"] == SIGN_IN


def test_an_account_closed_in_between_does_not_open(kaisa, half):
    kaisa[0].is_active = False
    kaisa[0].save()

    half.post(FACTOR, {"code": code_of(kaisa[1])})

    assert half.get("/account/").status_code == 302


def test_in_production_a_password_alone_leads_to_setting_up_a_second_factor():
    desk = half_way(worker())

    assert desk.get("/account/")["Location"] == FACTORS
    assert desk.get("/account/", HTTP_SEC_FETCH_DEST="empty").status_code == 401
    page = desk.get(FACTORS)
    assert page.status_code == 200
    assert "<nav" not in page.content.decode().split("</header>")[1]


def test_in_the_demonstration_a_password_is_enough(settings):
    settings.DEMO = True

    assert half_way(worker()).get("/account/").status_code == 200


@pytest.mark.parametrize("role", [Role.MAIN_USER, Role.PRIVACY_OFFICER, Role.SUPERVISOR])
@pytest.mark.parametrize("kind", ["totp", "recovery_codes"])
def test_powerful_roles_are_let_in_by_a_passkey_only(role, kind):
    desk = Desk().sit(worker(role)).shows("password", kind)
    assert desk.get("/account/")["Location"] == FACTORS

    assert desk.shows("webauthn").get("/account/").status_code == 200


@pytest.mark.parametrize("role", [Role.INSTRUCTOR, Role.SOCIAL_WORKER, Role.NEAR_WORKER])
def test_others_are_let_in_by_a_code_too(role):
    assert Desk().sit(worker(role)).shows("totp").get("/account/").status_code == 200


def test_a_powerful_role_with_a_passkey_cannot_change_factors_by_a_code():
    user, secret, _ = with_app(Role.MAIN_USER)
    with_passkey(user)
    desk = half_way(user)
    desk.post(FACTOR, {"code": code_of(secret)})

    answer = desk.get(f"{FACTORS}passkeys/")

    assert answer["Location"].startswith("/sign-in/again/")


def test_whose_passkey_is_lost_comes_by_a_recovery_code_as_far_as_adding_a_new_one():
    user, _, codes = with_app(Role.MAIN_USER)
    with_passkey(user)
    desk = half_way(user)
    desk.post(FACTOR, {"code": codes[0]})

    assert desk.get("/account/")["Location"] == FACTORS
    assert desk.get(f"{FACTORS}passkeys/").status_code == 200
