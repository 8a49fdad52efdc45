"""The first password of one's own is compared with the one-time one, and tells nobody which that was."""

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from paku.access.models import Attempt, User
from tests.desk import Desk
from tests.factories import worker
from tests.paku.access.guessing import NEW, fail, says_wait

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_demo")]
ONE_TIME = "abcd-efgh-jkmn-pqrs"
PAGE = "/account/first-password/"


@pytest.fixture
def newcomer():
    return worker(
        password=make_password(ONE_TIME), temporary_until=timezone.now() + timedelta(days=1)
    )


@pytest.fixture
def desk(newcomer):
    return Desk().sit(newcomer)


def choose(desk, new, again=None):
    return desk.send(PAGE, {"new": new, "again": new if again is None else again})


def still_one_time(user):
    return User.objects.get(pk=user.pk).check_password(ONE_TIME)


def test_the_one_time_password_is_refused_and_counted(desk, newcomer):
    answer = choose(desk, ONE_TIME)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["new"])
    assert Attempt.objects.get().path == "access:first-password"
    assert still_one_time(newcomer)


def test_who_does_not_mean_to_choose_learns_nothing(desk):
    said = [
        choose(desk, guess, again="something else").context["form"].errors
        for guess in (ONE_TIME, "abcd-efgh-jkmn-pqrt")
    ]

    assert said[0] == said[1]
    assert not Attempt.objects.exists()


def test_after_five_failures_it_waits_like_any_other_path(desk, newcomer):
    fail(newcomer, 5)

    answer = choose(desk, NEW)

    assert (answer.status_code, says_wait(answer)) == (422, True)
    assert still_one_time(newcomer)


def test_a_mistake_in_the_new_one_costs_no_try(desk, newcomer):
    fail(newcomer, 4)
    for wrong in ("lyhyt", "salasana1234", ""):
        assert choose(desk, wrong).status_code == 422

    assert choose(desk, NEW).status_code == 303
    assert User.objects.get(pk=newcomer.pk).check_password(NEW)
