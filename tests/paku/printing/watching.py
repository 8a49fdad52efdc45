"""Watching a press and its children from outside."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from paku.kit.refusals import Refused
from tests.paku.printing.conftest import RunningPress

FINE = "<h1>Otsikko</h1><p>Teksti</p>"
ENDLESS = f'<body class="paper"><p>{"a" * 200_000}</p></body>'
Begin = Callable[..., RunningPress]
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")


def refusal(running: RunningPress, html: str) -> Refused:
    with pytest.raises(Refused) as caught:
        running.press(html)
    return caught.value


def _states(running: RunningPress) -> dict[int, str]:
    return {
        pid: Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        for pid in running.children()
    }


def wait_until(what: Callable[[], object]) -> None:
    until = time.monotonic() + 30
    while not what():
        assert time.monotonic() < until
        time.sleep(0.02)


def wait_until_idle(running: RunningPress) -> None:
    """Until no paper is made and the next children only wait."""
    wait_until(lambda: all(state == "S" for state in _states(running).values()))


def a_child_of(running: RunningPress) -> int:
    """The child that is making a paper."""
    wait_until(lambda: "R" in _states(running).values())
    return next(pid for pid, state in _states(running).items() if state == "R")


def gone(pid: int) -> bool:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state in "ZX":
            return True
        time.sleep(0.02)
    return False
