"""The right person at their own desk is not slowed by whoever guesses elsewhere."""

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

from paku.access import devices
from paku.access.models import Attempt
from tests.desk import Desk
from tests.factories import PASSWORD, worker
from tests.paku.access.guessing import by_password, fail, half_way, known_desk, says_wait

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_demo")]


def test_the_right_person_gets_in_at_their_own_desk_whatever_a_stranger_does():
    somebody = worker()
    desk = known_desk(somebody)
    fail(somebody, 200, address="127.0.0.1")

    answer = desk.post("/sign-in/", {"login": somebody.username, "password": PASSWORD})

    assert answer.status_code == 302
    assert desk.get("/account/").status_code in (200, 302)
    assert Attempt.objects.count() == 200


def test_the_second_factor_gets_through_there_as_well(victim):
    codes = RecoveryCodes(victim.authenticator_set.get(type="recovery_codes")).get_unused_codes()
    desk = half_way(victim)
    desk.post("/sign-in/second-factor/", {"code": codes[0]})
    desk.post("/sign-out/")
    fail(victim, 200, address="127.0.0.1")

    desk.post("/sign-in/", {"login": victim.username, "password": PASSWORD})
    desk.post("/sign-in/second-factor/", {"code": codes[1]})

    assert desk.get("/account/").status_code == 200
    assert says_wait(by_password(victim, PASSWORD))


def test_a_known_desk_is_slowed_by_its_own_failures_only():
    somebody = worker()
    desk = known_desk(somebody)
    for _ in range(5):
        desk.post("/sign-in/", {"login": somebody.username, "password": "wrong"})

    assert says_wait(desk.post("/sign-in/", {"login": somebody.username, "password": PASSWORD}))
    assert by_password(somebody, PASSWORD).status_code == 302


def test_a_known_desk_helps_nobody_else():
    somebody, other = worker(), worker()
    desk = known_desk(somebody)
    fail(other, 5)

    assert says_wait(desk.post("/sign-in/", {"login": other.username, "password": PASSWORD}))


def test_a_forged_card_is_no_known_desk():
    somebody, desk = worker(), Desk()
    desk.cookies[devices.cookie_name()] = "eyJudW1iZXIiOiJ4In0:forged:forged"
    fail(somebody, 5)

    assert says_wait(desk.post("/sign-in/", {"login": somebody.username, "password": PASSWORD}))
