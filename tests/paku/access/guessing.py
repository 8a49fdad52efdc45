"""Every path on which a secret may be guessed, and what its failures leave behind."""

from datetime import timedelta

from django.db.models import F
from django.utils import translation

from paku.access import devices, limiter
from paku.access.models import Attempt, Sitting
from tests.desk import Desk
from tests.factories import PASSWORD

NEW = "seitsemän väsynyttä majakkaa"


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


def later(**time):
    """The same, so much later."""
    Attempt.objects.update(at=F("at") - timedelta(**time))


def says_wait(answer):
    with translation.override("fi"):
        sentence = str(limiter.TOO_MANY).partition("%")[0]
    return sentence in answer.content.decode()


def known_desk(somebody):
    """A browser in which the person has signed in before."""
    desk = Desk()
    desk.post("/sign-in/", {"login": somebody.username, "password": PASSWORD})
    desk.post("/sign-out/")
    assert devices.cookie_name() in desk.cookies
    return desk
