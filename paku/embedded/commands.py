"""Which of the ways a command runs: with the servers named in the environment, or with embedded ones."""

from __future__ import annotations

import os
import sys

from paku.deploy.saying import Impossible
from paku.embedded import database_and_broker, demo, ordinary, testing

# these never ask the database: they get its address, but no server is started for them
WITHOUT_SERVERS = {
    "messages",
    "collectstatic",
    "help",
    "version",
    "check",
    "--help",
    "-h",
    "--version",
}


def run(argv: list[str]) -> int:
    """Run `argv` (as in sys.argv) and return the exit code; each failure of set-up is one sentence."""
    command = argv[1] if len(argv) > 1 else "help"
    try:
        return _run(command, argv)
    except Impossible as reason:
        print(f"Paku: {reason}", file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        return 130


def _run(command: str, argv: list[str]) -> int:
    if command == "test":
        return testing.run(argv[2:])
    if command == "demo":
        return demo.run(argv[2:])
    if database_and_broker.given(os.environ):
        return django(argv)
    return ordinary.run(argv, django, start=command not in WITHOUT_SERVERS)


def django(argv: list[str]) -> int:
    """One of Django's or Paku's management commands, in this process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "paku.settings")
    os.environ["PAKU_JOB"] = argv[1] if len(argv) > 1 else "help"
    from django.core.management import execute_from_command_line

    execute_from_command_line(argv)
    return 0
