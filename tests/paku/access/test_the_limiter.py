"""Guessing is slowed by one limiter, whatever the path; the right person at their own desk is not."""

from datetime import timedelta

import pytest
import redis
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db.models import F
from django.utils import timezone, translation

from paku.access import devices, limiter
from paku.access.models import Attempt, Sitting
from tests.desk import Desk
from tests.factories import PASSWORD, worker

pytestmark = pytest.mark.django_db
NEW = "seitsemän väsynyttä majakkaa"


@pytest.fixture(autouse=True)
def no_demo(settings):
    settings.DEMO = False


@pytest.fixture
def victim():
    """With a password, an authenticator app and recovery codes."""
    somebody = worker(username="kaisa.kuusi")
    TOTP.activate(somebody, generate_totp_secret())
    RecoveryCodes.activate(somebody)
    return somebody


def sitting(victim):
    return Desk().sit(victim)


def half_way(victim):
    """The password was right; the second factor is asked for."""
    desk = Desk()
    desk.post("/sign-in/", {"login": victim.username, "password": PASSWORD})
    return desk


def by_password(victim, secret="wrong"):
    return Desk().post("/sign-in/", {"login": victim.username, "password": secret})


def by_code(victim, secret="000000"):
    return half_way(victim).post("/sign-in/second-factor/", {"code": secret})


def by_recovery_code(victim, secret="aaaaaaaa"):
    return half_way(victim).post("/sign-in/second-factor/", {"code": secret})


def by_showing_it_again(victim, secret="000000"):
    return sitting(victim).post("/sign-in/again/?next=/", {"again_code": secret, "_end": "1"})


def by_unlocking(victim, secret="wrong"):
    desk = sitting(victim)
    leave_alone(victim)
    return desk.post("/locked/", {"password": secret})


def by_old_password(victim, secret="wrong"):
    wanted = {"password": secret, "new": NEW, "again": NEW, "_end": "1"}
    return sitting(victim).post("/account/password/", wanted)


PATHS = [
    by_password,
    by_code,
    by_recovery_code,
    by_showing_it_again,
    by_unlocking,
    by_old_password,
]


def leave_alone(victim, minutes=20):
    Sitting.objects.of(victim).update(seen_at=F("seen_at") - timedelta(minutes=minutes))


def fail(victim, times, **about):
    for _ in range(times):
        row = {"who": limiter.who_is(victim.username), "device": "", "address": "192.0.2.7"}
        Attempt.objects.create(path="access:sign-in", **row | about)


def says_wait(answer):
    with translation.override("fi"):
        sentence = str(limiter.TOO_MANY).partition("%")[0]
    return sentence in answer.content.decode()


@pytest.mark.parametrize("path", PATHS)
def test_a_wrong_secret_is_counted_by_every_path(path, victim):
    path(victim)

    assert Attempt.objects.filter(who=limiter.who_is("kaisa.kuusi")).count() == 1


@pytest.mark.parametrize("path", PATHS)
def test_no_path_leads_round_the_failures_of_another(path, victim, monkeypatch):
    """The lesson of CVE-2026-43914: a second door with a count of its own."""
    begun = half_way(victim)
    monkeypatch.setattr(f"{__name__}.half_way", lambda _: begun)
    fail(victim, 5, address=None)

    answer = path(victim)

    assert says_wait(answer)
    assert Attempt.objects.count() == 5


def test_the_right_password_waits_too_and_the_time_is_told(victim):
    fail(victim, 5)
    until = timezone.localtime(Attempt.objects.latest("at").at + timedelta(minutes=1))

    answer = by_password(victim, PASSWORD)

    assert answer.status_code == 422
    assert f"{until:%H.%M.%S}".lstrip("0") in answer.content.decode()


def test_the_wait_ends_and_grows_with_the_next_failure(victim):
    fail(victim, 5)
    Attempt.objects.update(at=F("at") - timedelta(seconds=61))

    assert not says_wait(by_password(victim))
    Attempt.objects.update(at=F("at") - timedelta(seconds=61))
    assert says_wait(by_password(victim, PASSWORD))
    Attempt.objects.update(at=F("at") - timedelta(seconds=60))
    assert by_password(victim, PASSWORD).status_code == 302


def test_a_name_that_nobody_has_is_slowed_alike(victim):
    for _ in range(5):
        Desk().post("/sign-in/", {"login": "nobody", "password": "wrong"})

    answer = Desk().post("/sign-in/", {"login": " NOBODY ", "password": "wrong"})

    assert says_wait(answer)


def test_one_address_is_slowed_over_many_names(victim):
    for number in range(limiter.ADDRESS.free):
        fail(worker(username=f"nimi{number}"), 1, address="127.0.0.1")

    assert says_wait(by_password(victim, PASSWORD))


def test_all_of_paku_slows_under_an_attack_from_everywhere(victim):
    for number in range(limiter.EVERYWHERE.free):
        address = f"198.51.{number // 250}.{number % 250}"
        Attempt.objects.create(who=str(number), address=address, path="access:sign-in")

    assert says_wait(by_password(victim, PASSWORD))


def known_desk(somebody):
    """A browser in which the person has signed in before."""
    desk = Desk()
    desk.post("/sign-in/", {"login": somebody.username, "password": PASSWORD})
    desk.post("/sign-out/")
    assert devices.cookie_name() in desk.cookies
    return desk


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


def test_it_holds_without_the_broker(victim, monkeypatch):
    def away(*_):
        raise redis.ConnectionError

    monkeypatch.setattr(redis.connection.AbstractConnection, "connect", away)
    for _ in range(5):
        by_password(victim)

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


def test_an_endless_password_is_refused_before_it_is_hashed(victim, monkeypatch):
    looked_at = []
    monkeypatch.setattr("django.contrib.auth.hashers.check_password", looked_at.append)

    answer = by_password(victim, "a" * 1025)

    assert (answer.status_code, looked_at) == (422, [])
    assert Attempt.objects.count() == 1


def test_the_first_to_ask_is_weighed_alone(victim, own_database):
    """Guesses sent side by side would otherwise all see the same count."""
    from django.db import connection, connections, transaction

    place = limiter.who_is(victim.username)
    beside = connections["default"].copy("default")
    with transaction.atomic(), beside.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [place])
        assert not limiter._first_in(place)
        cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", [place])
    beside.close()
    with transaction.atomic():
        assert limiter._first_in(place)
    connection.close()
