"""A paper that hangs, swells or crashes harms nobody but itself."""

import os
import signal
import threading

from django.utils import translation

from paku.kit.refusals import Refused
from paku.printing.wire import MOST_HTML
from tests.paku.printing.conftest import RunningPress
from tests.paku.printing.watching import (
    ENDLESS,
    FINE,
    Begin,
    a_child_of,
    gone,
    on_linux,
    refusal,
    wait_until_idle,
)


def test_a_paper_that_takes_too_long_is_ended_and_the_press_goes_on(own_press: Begin) -> None:
    running = own_press("--wall", "1")

    refused = refusal(running, ENDLESS)

    assert (refused.code, refused.status) == ("press_too_long", 503)
    with translation.override("en"):
        assert "too long" in str(refused.sentence)
    assert running.press(FINE).pages == 1


def test_a_paper_that_eats_the_processor_is_ended_and_the_press_goes_on(own_press: Begin) -> None:
    running = own_press("--cpu", "1")

    assert refusal(running, ENDLESS).code == "press_too_long"
    assert running.press(FINE).pages == 1


def test_a_paper_that_eats_memory_is_ended_and_the_press_goes_on(own_press: Begin) -> None:
    running = own_press("--memory", str(260 << 20))

    refused = refusal(running, "<p>a</p>" * 50_000)

    assert refused.code in ("press_too_big", "press_crashed")
    assert running.press(FINE).pages == 1


@on_linux
def test_a_child_that_is_killed_gives_a_plain_sentence(own_press: Begin) -> None:
    running = own_press()
    wait_until_idle(running)
    found: list[Refused] = []
    asking = threading.Thread(target=lambda: found.append(refusal(running, ENDLESS)))
    asking.start()

    os.kill(a_child_of(running), signal.SIGKILL)
    asking.join(60)

    assert [refused.code for refused in found] == ["press_crashed"]
    assert running.press(FINE).pages == 1


@on_linux
def test_a_press_that_is_killed_takes_its_children_along_and_gives_a_plain_sentence(
    own_press: Begin,
) -> None:
    running = own_press()
    wait_until_idle(running)
    found: list[Refused] = []
    asking = threading.Thread(target=lambda: found.append(refusal(running, ENDLESS)))
    asking.start()
    child = a_child_of(running)

    running.process.kill()
    running.process.wait()
    asking.join(20)

    assert [(refused.code, refused.status) for refused in found] == [("press_down", 503)]
    assert refusal(running, FINE).code == "press_down"
    assert gone(child)


def test_a_page_nested_beyond_reason_is_refused(the_press: RunningPress) -> None:
    assert refusal(the_press, "<div>" * 2000 + "x").code == "press_too_big"


def test_a_page_too_long_to_send_is_refused_before_it_is_sent(the_press: RunningPress) -> None:
    refused = refusal(the_press, "a" * (MOST_HTML + 1))

    assert (refused.code, refused.status) == ("press_too_big", 422)


def test_two_papers_are_made_at_once_the_others_wait_and_nobody_gets_another_s(
    the_press: RunningPress,
) -> None:
    made: dict[int, bytes] = {}
    threads = [
        threading.Thread(
            target=lambda number=number: made.update(
                {number: the_press.press(f"<h1>{number}</h1>").pdf}
            )
        )
        for number in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert {number: the_press.press(f"<h1>{number}</h1>").pdf for number in range(6)} == made


def test_a_crowd_is_told_to_come_back(own_press: Begin) -> None:
    running = own_press("--wall", "1")
    codes: list[str] = []
    threads = [
        threading.Thread(target=lambda: codes.append(refusal(running, ENDLESS).code))
        for _ in range(14)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert len(codes) == 14
    assert set(codes) == {"press_busy", "press_too_long"}
    assert running.press(FINE).pages == 1
