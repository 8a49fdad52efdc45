"""Guessing is slowed by one limiter, whatever the path."""

from datetime import timedelta

import pytest
import redis
from django.utils import timezone

from paku.access import limiter
from paku.access.models import Attempt
from tests.desk import Desk
from tests.factories import PASSWORD, worker
from tests.paku.access import guessing
from tests.paku.access.guessing import PATHS, by_password, fail, half_way, later, says_wait

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_demo")]


@pytest.mark.parametrize("path", PATHS)
def test_a_wrong_secret_is_counted_by_every_path(path, victim):
    path(victim)

    assert Attempt.objects.filter(who=limiter.who_is("kaisa.kuusi")).count() == 1


@pytest.mark.parametrize("path", PATHS)
def test_no_path_leads_round_the_failures_of_another(path, victim, monkeypatch):
    """The lesson of CVE-2026-43914: a second door with a count of its own."""
    begun = half_way(victim)
    monkeypatch.setattr(guessing, "half_way", lambda _: begun)
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
    later(seconds=61)

    assert not says_wait(by_password(victim))
    later(seconds=61)
    assert says_wait(by_password(victim, PASSWORD))
    later(seconds=60)
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


def test_it_holds_without_the_broker(victim, monkeypatch):
    def away(*_):
        raise redis.ConnectionError

    monkeypatch.setattr(redis.connection.AbstractConnection, "connect", away)
    for _ in range(5):
        by_password(victim)

    assert says_wait(by_password(victim, PASSWORD))


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
