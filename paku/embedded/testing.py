"""`manage.py test`: real servers in a folder of this run's own, the suite, and nothing left behind."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from paku.deploy.saying import Impossible
from paku.embedded import database_and_broker, memory, processes
from paku.embedded.data_dir import CHECKOUT, DEFAULT, DataDir
from paku.embedded.database_and_broker import Services
from paku.embedded.ending import ended_by_signals
from paku.embedded.parts import press_call
from paku.embedded.preparing import prepare
from paku.embedded.template import ensure_template

SLOTS = 32
WORKERS = 4  # each has a database server, a broker, a press and a browser of its own


def run(arguments: list[str]) -> int:
    """pytest's own exit code; its closing line is the last one."""
    call = [sys.executable, "-m", "pytest"]
    with ended_by_signals():
        if database_and_broker.given(os.environ):
            return _pytest([*call, *arguments], dict(os.environ))
        with servers() as environ:
            # the same in all processes, for a set in a parametrize must have one order; another in each run
            environ.setdefault("PYTHONHASHSEED", str(secrets.randbelow(2**32)))
            return _pytest([*call, *side_by_side(arguments), *arguments], environ)


def side_by_side(arguments: list[str]) -> list[str]:
    """pytest-xdist's options for the whole suite, which runs on every core; `-n` of one's own comes after them. Tests
    asked for by name, and those that somebody steps through, run in one process."""
    cores = min(_cores(), WORKERS)
    named = any((CHECKOUT / argument.split("::")[0]).exists() for argument in arguments)
    if named or cores < 2 or {"--pdb", "--trace"} & set(arguments):
        return []
    return ["-n", str(cores), "--dist", "worksteal"]


def _cores() -> int:
    """Those that this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


@contextmanager
def servers() -> Iterator[dict[str, str]]:
    """Database, broker and press of one test run, and the environment that leads to them."""
    slot, data = _free_slot()
    with slot:
        running = Services(data, durable=False)
        memory.discard_what_lost_it(running.postgres)
        running.start()
        press = None
        try:
            environ = running.test_environ()
            press = start_press(data, environ)
            environ.update(press_environ(data, environ))
            prepare(data, environ)
            ensure_template(running.postgres, environ)
            with memory.space(running.postgres) as space:
                yield {**environ, **_bytecode(environ), "PAKU_TEST_SPACE": space}
        finally:
            if press is not None:
                processes.stop(press)
            data.press_socket.unlink(missing_ok=True)
            running.stop()


def _bytecode(environ: dict[str, str]) -> dict[str, str]:
    """Where no bytecode may be written beside the sources, each of a hundred processes would compile them anew: it is
    kept in a folder of ours instead."""
    if not environ.get("PYTHONDONTWRITEBYTECODE"):
        return {}
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(DEFAULT / "bytecode")}


def start_press(data: DataDir, environ: dict[str, str]) -> subprocess.Popen[bytes]:
    """The press in a process of its own; it needs seconds to warm up, so nobody waits for it here."""
    return processes.spawn(
        press_call(data),
        env=database_and_broker.pressing(data, environ),
        log=data.logs / "press.log",
        cwd=CHECKOUT,
    )


def press_environ(data: DataDir, environ: dict[str, str]) -> dict[str, str]:
    """A test may start a press of its own, and its browser needs the shipped fonts."""
    found = database_and_broker.pressing(data, environ)
    return {name: found[name] for name in ("LD_LIBRARY_PATH", "FONTCONFIG_FILE") if name in found}


def _free_slot() -> tuple[IO[str], DataDir]:
    """The first folder that no other run uses: runs at the same time do not meet."""
    for number in range(1, SLOTS + 1):
        data = DataDir(Path(DEFAULT) / f"test-{number}")
        data.libraries = Path(DEFAULT) / "libraries"
        if lock := data.take():
            return lock, data
    raise Impossible(f"All {SLOTS} folders for test runs in {DEFAULT} are in use.")


def _pytest(call: list[str], environ: dict[str, str]) -> int:
    """Ctrl-C reaches pytest too: let it close its databases and print its line before we stop the servers."""
    with subprocess.Popen(call, env=environ, cwd=CHECKOUT) as pytest:
        try:
            return pytest.wait()
        except KeyboardInterrupt:
            if not sys.stdin.isatty():  # a terminal has told it already
                pytest.send_signal(signal.SIGINT)
            try:
                return pytest.wait(30)
            except subprocess.TimeoutExpired:
                pytest.kill()
                return pytest.wait()
