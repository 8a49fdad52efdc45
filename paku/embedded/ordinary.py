"""Any other command when no servers are named: it runs against the data folder's own."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from paku.embedded import database_and_broker
from paku.embedded.data_dir import DEFAULT, DataDir
from paku.embedded.database_and_broker import Services
from paku.embedded.preparing import manage

# they want a migrated database even where no demo was ever started
WANT_TABLES = {"populate", "bench", "verify_trail", "first_main_users"}


def run(argv: list[str], django: Callable[[list[str]], int], *, start: bool) -> int:
    """Run the command with DATABASE_URL and the rest set; `--data DIR` chooses the folder."""
    argv, folder = take_option(argv, "--data", str(DEFAULT))
    data = DataDir(Path(folder))
    if not start:
        os.environ.update(Services(data).environ(PAKU_DEMO="1"))
        return django(argv)
    with database_and_broker.while_needed(data) as environ:
        if argv[1] in WANT_TABLES and not _has_tables(data):
            manage("migrate", "-v0", environ=environ)
        os.environ.update(environ)
        return django(argv)


def take_option(argv: list[str], name: str, otherwise: str) -> tuple[list[str], str]:
    """The command line without `name VALUE` (or `name=VALUE`), and the value."""
    for place, word in enumerate(argv):
        if word == name and place + 1 < len(argv):
            return argv[:place] + argv[place + 2 :], argv[place + 1]
        if word.startswith(f"{name}="):
            return argv[:place] + argv[place + 1 :], word.partition("=")[2]
    return argv, otherwise


def _has_tables(data: DataDir) -> bool:
    answer = Services(data).postgres.sql(
        "SELECT to_regclass('django_migrations') IS NOT NULL", "paku"
    )
    return answer == "t"
