"""`manage.py demo`: Paku as it runs in a municipality, with the demo world, on a machine that has only Python."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

from paku.deploy.saying import Impossible, say, stopwatch
from paku.embedded import database_and_broker
from paku.embedded.data_dir import DEFAULT, DataDir
from paku.embedded.database_and_broker import Services
from paku.embedded.ending import ended_by_signals
from paku.embedded.parts import parts_of
from paku.embedded.preparing import manage, prepare
from paku.embedded.supervisor import Supervisor

ACCOUNTS = {
    "ohjaaja": "social instructor, Viitasaari–Pihtipudas team",
    "tyontekija": "social worker, same team",
    "esihenkilo": "supervisor of the team",
    "jarjesto": "near-worker of an organisation, pair on three clients",
    "tietosuoja": "privacy officer",
    "paakayttaja": "main user",
    "opiskelija": "student, two named clients",
    "naapuri": "social instructor of another team (Äänekoski)",
}


def run(arguments: list[str]) -> int:
    """Until Ctrl-C or SIGTERM; the exit code is 0 then, and Impossible says in a sentence why it could not go on."""
    options = _options(arguments)
    done = stopwatch()
    with contextlib.suppress(KeyboardInterrupt), ended_by_signals():
        data = DataDir(options.data)
        _free_port(options.port)
        with _ground(data) as (environ, ground):
            environ |= {"PAKU_DEMO": "1", "PAKU_BASE_URL": f"http://127.0.0.1:{options.port}"}
            supervisor = Supervisor(parts_of(data, environ, port=options.port), ground)
            try:
                supervisor.parts[
                    0
                ].start()  # the press: some papers of the demo world have been given already
                _fill(data, environ)
                supervisor.start()
                _wait_until_ready(options.port, supervisor)
                _greet(options.port, done())
                supervisor.watch()
            finally:
                say("stopping")
                supervisor.stop()
                data.press_socket.unlink(missing_ok=True)
    say("stopped; what was entered is kept")
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="manage.py demo", description=__doc__)
    parser.add_argument("--port", type=int, default=8000, help="where the browser finds it (8000)")
    parser.add_argument(
        "--data", type=Path, default=DEFAULT, help="where database, mail and keys live (.paku)"
    )
    return parser.parse_args(arguments)


def _free_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as reason:
            raise Impossible(
                f"Port {port} cannot be used ({reason}); choose another with --port."
            ) from reason


@contextlib.contextmanager
def _ground(
    data: DataDir,
) -> Iterator[tuple[dict[str, str], Mapping[str, subprocess.Popen[bytes] | None]]]:
    """The database and the broker: those named in the environment, or our own."""
    own = Services(data)
    if database_and_broker.given(os.environ):
        yield {**_but_named_by_file(own.environ()), **os.environ}, {}
        return
    lock = data.take()
    if lock is None:
        raise Impossible(
            f"Another demo or command is using the data folder {data.root}; stop it or choose another with --data."
        )
    with lock:
        try:
            say("starting the database and the broker")
            own.start()
            yield own.environ(), {"PostgreSQL": own.postgres.child, "The broker": own.broker.child}
        finally:
            own.stop()


def _but_named_by_file(environ: Mapping[str, str]) -> dict[str, str]:
    """Without what the environment names by a file: a value beside the file would win over it (paku/env.py)."""
    return {name: value for name, value in environ.items() if f"{name}_FILE" not in os.environ}


def _fill(data: DataDir, environ: Mapping[str, str]) -> None:
    say("bringing the database up to date")
    manage("migrate", "-v0", environ=environ)
    say("loading the demo world, if it is not there yet")
    manage("load_demo", environ=environ)
    prepare(data, environ)


def _wait_until_ready(port: int, supervisor: Supervisor) -> None:
    answer, ask = "no answer", urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _attempt in range(600):
        supervisor.look()
        try:
            with ask.open(f"http://127.0.0.1:{port}/health/ready/", timeout=5):
                return
        except urllib.error.HTTPError as error:
            answer = f"{error.code} {json.dumps(error.read(500).decode(errors='replace'))}"
        except OSError as error:
            answer = str(error)
        time.sleep(0.2)
    raise Impossible(f"The web did not become ready: {answer}.")


def _greet(port: int, took: str) -> None:
    width = max(map(len, ACCOUNTS))
    lines = [f"  {name:<{width}}  {who}" for name, who in ACCOUNTS.items()]
    print(
        f"\nPaku is ready ({took}):  http://127.0.0.1:{port}/\n"
        f"To try passkeys, which need a name:  http://localhost:{port}/\n\nDemo accounts (password paku-demo):\n"
        + "\n".join(lines)
        + "\n\nCtrl-C stops everything; what was entered is kept.\n",
        flush=True,
    )
