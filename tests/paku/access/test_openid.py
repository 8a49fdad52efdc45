"""Signing in through the organisation, against a real provider on this machine."""

import urllib.error
import urllib.request

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from paku.access.sign_in_settings import sign_in_settings
from paku.audit.models import Entry
from paku.env import Env, MissingSetting
from tests.desk import Desk
from tests.factories import worker
from tests.paku.access.factor_codes import code_of, with_app
from tests.paku.access.identity_provider import CLIENT, SECRET, provider
from tests.paku.test_env import COMPLETE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("still_clock")]

START, SIGN_IN = "/sign-in/openid/", "/sign-in/"


class NoFollowing(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


@pytest.fixture
def organisation(settings):
    """The provider, and Paku set up for it as an installation does: by the environment."""
    with provider() as server:
        told = {
            "OPENID_CONNECT_URL": server.url,
            "OPENID_CONNECT_CLIENT_ID": CLIENT,
            "OPENID_CONNECT_CLIENT_SECRET": SECRET,
            "OPENID_CONNECT_NAME": "Hyvinvointialue",
        }
        env = Env.from_environ({**COMPLETE, **told})
        settings.OPENID_CONNECT = env.openid
        settings.SOCIALACCOUNT_PROVIDERS = sign_in_settings(env)["SOCIALACCOUNT_PROVIDERS"]
        yield server


@pytest.fixture
def kaisa():
    return worker(username="kaisa")


def come_in(desk, **asked):
    """There and back, as a browser goes."""
    there = desk.get(START, asked)["Location"]
    try:
        urllib.request.build_opener(NoFollowing).open(there)
    except urllib.error.HTTPError as led:
        return desk.get(led.headers["Location"].removeprefix("http://testserver"))


def is_in(desk):
    return "_auth_user_id" in desk.session


def test_the_sign_in_page_names_the_organisation(organisation):
    assert "Hyvinvointialue" in Desk().get(SIGN_IN).content.decode()


def test_without_the_setting_there_is_no_such_way():
    assert START not in Desk().get(SIGN_IN).content.decode()
    assert Desk().get(START).status_code == 404
    assert Desk().get(f"{START}back/?code=x&state=y").status_code == 404


def test_the_person_comes_in_and_to_the_page_they_wanted(organisation, kaisa, settings):
    settings.DEMO = True
    desk = Desk()

    assert come_in(desk, next="/account/")["Location"] == "/account/"
    assert desk.get("/account/").status_code == 200
    entry = Entry.objects.get(deed="access.signed_in")
    assert (entry.actor_ref, entry.details["by"]) == (kaisa.ref, ["socialaccount"])


def test_the_second_factor_is_still_asked(organisation):
    _, secret, _ = with_app(username="kaisa")
    desk = Desk()

    assert come_in(desk)["Location"] == "/sign-in/second-factor/"
    assert not is_in(desk)
    desk.post("/sign-in/second-factor/", {"code": code_of(secret)})
    assert desk.get("/account/").status_code == 200


def test_an_unknown_person_gets_no_account(organisation, kaisa):
    organisation.claims = {"sub": "18", "preferred_username": "outo"}
    desk = Desk()

    assert come_in(desk).status_code == 422
    assert not is_in(desk)
    assert Entry.objects.get(deed="access.sign_in_failed").outcome == "denied"


def test_a_closed_account_is_told_the_same(organisation):
    worker(username="kaisa", is_active=False)

    assert come_in(Desk()).status_code == 422


def test_a_user_name_given_on_does_not_open_the_old_account(organisation, kaisa):
    come_in(Desk())
    organisation.claims = {"sub": "99", "preferred_username": "kaisa"}
    desk = Desk()

    assert come_in(desk).status_code == 422
    assert not is_in(desk)


def test_a_changed_user_name_still_opens_ones_own_account(organisation, kaisa):
    come_in(Desk())
    organisation.claims = {"sub": "17", "preferred_username": "kaisa.uusi"}
    desk = Desk()
    come_in(desk)

    assert is_in(desk)


def test_nothing_of_the_person_is_kept_but_whose_number_it_is(organisation, kaisa):
    organisation.claims["email"] = "kaisa@example.org"
    come_in(Desk())
    come_in(Desk())

    kept = kaisa.socialaccount_set.get()
    assert (kept.uid, kept.extra_data) == ("17", {})


@pytest.mark.parametrize("forge", ["signs_with", "audience"])
def test_a_token_that_is_not_for_us_or_not_of_the_organisation_opens_nothing(
    organisation, kaisa, forge
):
    forged = {"signs_with": rsa.generate_private_key(65537, 2048), "audience": "joku-muu"}
    setattr(organisation, forge, forged[forge])
    desk = Desk()

    assert come_in(desk).status_code == 422
    assert not is_in(desk)


def test_a_code_brought_by_somebody_else_opens_nothing(organisation, kaisa):
    desk = Desk()

    assert desk.get(f"{START}back/?code=x&state=y").status_code == 422
    assert desk.get(f"{START}back/?error=access_denied").status_code == 422


def test_a_silent_organisation_is_said_in_a_sentence(organisation, settings):
    organisation.shutdown()
    organisation.server_close()

    assert Desk().get(START).status_code == 422


def test_another_site_cannot_send_anybody_on_the_way(organisation):
    assert Desk().get(START, HTTP_SEC_FETCH_SITE="cross-site")["Location"] == SIGN_IN


@pytest.mark.parametrize("missing", ["CLIENT_ID", "CLIENT_SECRET"])
def test_half_a_setting_stops_the_start_by_name(missing):
    told = {f"OPENID_CONNECT_{name}": "x" for name in ("URL", "CLIENT_ID", "CLIENT_SECRET")}
    del told[f"OPENID_CONNECT_{missing}"]

    with pytest.raises(MissingSetting, match=missing):
        Env.from_environ({**COMPLETE, **told})
