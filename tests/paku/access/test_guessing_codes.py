"""BI-246: five wrong codes in a quarter of an hour and no more; then the first factor is asked for again."""

import pytest

from paku.access.models import Attempt
from tests.factories import PASSWORD
from tests.paku.access.factor_codes import code_of, with_app, wrong
from tests.paku.access.guessing import fail, half_way, later, says_wait, sitting

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("no_demo", "still_clock"),
]
FACTOR = "/sign-in/second-factor/"


@pytest.fixture
def kaisa():
    return with_app(username="kaisa")


def guesses(kaisa, desk, times):
    return [desk.post(FACTOR, {"code": wrong(code_of(kaisa[1]))}) for _ in range(times)]


def test_of_two_hundred_guesses_after_a_right_password_five_are_weighed(kaisa):
    desk = half_way(kaisa[0])

    answers = guesses(kaisa, desk, 200)

    assert [answer.status_code for answer in answers[:6]] == [422] * 5 + [429]
    assert {answer.status_code for answer in answers[6:]} == {302}  # to the sign-in page
    assert Attempt.objects.filter(of_code=True).count() == 5


def test_then_the_password_is_asked_for_again_and_the_time_is_told(kaisa):
    desk = half_way(kaisa[0])

    last = guesses(kaisa, desk, 6)[-1]

    assert says_wait(last)
    assert 'name="password"' in last.content.decode()
    assert desk.get(FACTOR)["Location"] == "/sign-in/"


def test_the_right_code_waits_a_quarter_of_an_hour_too(kaisa):
    user, secret, _ = kaisa
    guesses(kaisa, half_way(user), 5)

    for minutes in (3, 4, 7):  # fourteen in all; the password may be given meanwhile
        later(minutes=minutes)
        answer = half_way(user).post(FACTOR, {"code": code_of(secret)})
        assert (answer.status_code, says_wait(answer)) == (429, True)

    later(minutes=1)
    assert half_way(user).post(FACTOR, {"code": code_of(secret)}).status_code == 302


def test_within_any_quarter_of_an_hour_there_are_at_most_five(kaisa):
    weighed = []
    for minute in range(35):
        before = Attempt.objects.count()
        guesses(kaisa, half_way(kaisa[0]), 2)
        weighed += [minute] * (Attempt.objects.count() - before)
        later(minutes=1)

    assert all(
        sum(start <= minute < start + 15 for minute in weighed) <= 5 for start in range(35)
    ), weighed
    assert len(weighed) > 5


def test_proving_again_has_no_other_count(kaisa):
    user, secret, _ = kaisa
    guesses(kaisa, half_way(user), 5)
    later(minutes=2)

    answer = sitting(user).post(
        "/sign-in/again/?next=/", {"again_code": code_of(secret), "_end": "1"}
    )

    assert says_wait(answer)


def test_wrong_passwords_keep_nobody_from_the_code_for_so_long(kaisa):
    user, secret, _ = kaisa
    fail(user, 5)
    later(minutes=2)

    assert half_way(user).post(FACTOR, {"code": code_of(secret)}).status_code == 302


def test_a_known_desk_has_five_of_its_own(kaisa):
    user, _secret, codes = kaisa
    desk = half_way(user)
    desk.post(FACTOR, {"code": codes[0]})
    desk.post("/sign-out/")
    fail(user, 5, of_code=True)

    desk.post("/sign-in/", {"login": user.username, "password": PASSWORD})
    assert guesses(kaisa, desk, 6)[-1].status_code == 429
