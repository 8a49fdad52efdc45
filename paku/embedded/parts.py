"""The four processes of a running Paku, as they are called (docker-compose.yml calls the same)."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from paku.embedded import database_and_broker
from paku.embedded.data_dir import CHECKOUT, DataDir
from paku.embedded.supervisor import Part

WEB = "--interface wsgi --workers 2 --blocking-threads 2 --no-ws --log-level warning paku.wsgi:application"
WORKER = (
    "-A paku.celery worker --concurrency 1 --loglevel WARNING --without-gossip --without-mingle"
)
BEAT = "-A paku.celery beat --loglevel WARNING --pidfile="


def parts_of(data: DataDir, environ: Mapping[str, str], *, port: int) -> list[Part]:
    """Press first, for it warms up longest; web last, for it is what people wait for."""
    folder = Path(sys.executable).parent
    celery, granian = folder / "celery", folder / "granian"

    def part(name: str, call: list[str | Path], env: Mapping[str, str] = environ) -> Part:
        return Part(name=name, call=call, env=env, log=data.logs / f"{name}.log", cwd=CHECKOUT)

    return [
        part("press", press_call(data), database_and_broker.pressing(data, environ)),
        part("worker", [celery, *WORKER.split()]),
        part("beat", [celery, *BEAT.split(), "-s", data.beat]),
        part("web", [granian, "--host", "127.0.0.1", "--port", str(port), *WEB.split()]),
    ]


def press_call(data: DataDir) -> list[str | Path]:
    """The press listens on the data folder's socket."""
    return [sys.executable, "-m", "paku.printing.press", data.press_socket]
