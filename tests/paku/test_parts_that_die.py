"""A part of the demo that dies is started again; one that keeps dying stops everything and says why."""

import contextlib
import os
import signal
import sys
from pathlib import Path

import pytest

from paku.deploy.saying import Impossible
from paku.embedded.ending import ended_by_signals
from paku.embedded.supervisor import TRIES, Part, Supervisor


def part(folder: Path, program: str) -> Part:
    call = [sys.executable, "-c", program]
    return Part(name="worker", call=call, env=os.environ, log=folder / "worker.log", cwd=folder)


def test_a_part_that_dies_is_started_again(tmp_path, capsys):
    supervisor = Supervisor([part(tmp_path, "import time; time.sleep(60)")], {})
    supervisor.start()
    first = supervisor.parts[0].child
    first.kill()
    first.wait()

    supervisor.look()

    assert supervisor.parts[0].child.pid != first.pid
    assert "started again" in capsys.readouterr().out
    supervisor.stop()


def test_a_part_that_keeps_dying_stops_everything_and_says_why(tmp_path):
    supervisor = Supervisor([part(tmp_path, "raise SystemExit('no work today')")], {})
    supervisor.start()

    for _death in range(TRIES - 1):
        supervisor.parts[0].child.wait()
        supervisor.look()
    supervisor.parts[0].child.wait()
    with pytest.raises(Impossible, match="worker keeps stopping: no work today"):
        supervisor.look()


def test_an_interrupt_that_was_swallowed_is_heard_at_the_next_look(tmp_path):
    supervisor = Supervisor([part(tmp_path, "import time; time.sleep(60)")], {})

    with ended_by_signals():
        with contextlib.suppress(KeyboardInterrupt):  # as Python does between a fork and its exec
            signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            supervisor.look()
    with ended_by_signals():
        supervisor.look()
