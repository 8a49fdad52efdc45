"""Health checks of the containers: `python -m paku.deploy.health web|worker|beat|press`, exit code 0 when well."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

WEB = "http://127.0.0.1:8000/health/ready/"
PRESS = ("127.0.0.1", 9000)
SCHEDULE = Path("/var/lib/paku")
STALE = 600  # seconds; beat writes its schedule every three minutes


def web() -> bool:
    """Ready to answer people: asked under the name that it answers to."""
    host = urlsplit(os.environ.get("PAKU_BASE_URL", "")).netloc or "localhost"
    request = urllib.request.Request(WEB, headers={"Host": host, "X-Forwarded-Proto": "https"})
    no_proxy = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with no_proxy.open(request, timeout=4) as answer:
        return bool(answer.status == 200)


def worker() -> bool:
    """The worker of this container answers through the broker."""
    ask = ["celery", "-A", "paku.celery", "inspect", "ping", "-t", "10", "-d"]
    call = [*ask, f"celery@{socket.gethostname()}"]
    return subprocess.run(call, capture_output=True, check=False).returncode == 0


def beat() -> bool:
    """The schedule was written lately."""
    return any(time.time() - file.stat().st_mtime < STALE for file in SCHEDULE.glob("beat*"))


def press() -> bool:
    """The press takes calls."""
    with socket.create_connection(PRESS, timeout=4):
        return True


CHECKS: dict[str, Callable[[], bool]] = {"web": web, "worker": worker, "beat": beat, "press": press}


def main() -> None:
    """Exit 0 when the named part is well, 1 when it is not or does not answer."""
    try:
        sys.exit(0 if CHECKS[sys.argv[1]]() else 1)
    except OSError as reason:
        sys.exit(f"{sys.argv[1]} does not answer: {reason}")


if __name__ == "__main__":
    main()
