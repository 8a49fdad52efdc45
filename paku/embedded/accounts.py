"""Who the servers run as, and folders that only they may use.

PostgreSQL refuses to run as root, so a root's PostgreSQL runs as an unprivileged account that the system already
has. Nobody's rights on an existing folder are ever loosened: what that account cannot reach is put under
/var/tmp instead, in a folder whose owner is checked because its name can be guessed.
"""

from __future__ import annotations

import hashlib
import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from paku.deploy.saying import Impossible

SOCKET_PATH_LIMIT = 100  # the system allows 103 (macOS) or 107 (Linux) bytes


@dataclass(frozen=True)
class Account:
    """An account of the operating system that a server runs as."""

    uid: int
    gid: int

    @classmethod
    def for_database(cls) -> Account | None:
        """None = as ourselves; a root gets `postgres`, or `nobody` where that is missing."""
        if os.geteuid() != 0:
            return None
        for name in ("postgres", "nobody"):
            try:
                found = pwd.getpwnam(name)
            except KeyError:
                continue
            return cls(found.pw_uid, found.pw_gid)
        raise Impossible(
            "Root may not run PostgreSQL, and this system has neither a 'postgres' nor a 'nobody' account."
        )

    def can_enter(self, folder: Path) -> bool:
        """Whether the account may walk into the folder (asked of the system itself)."""
        call = ["/usr/bin/env", "test", "-x", str(folder)]
        return (
            subprocess.run(
                call, check=False, user=self.uid, group=self.gid, extra_groups=[]
            ).returncode
            == 0
        )


def private_folder(folder: Path, account: Account | None = None) -> Path:
    """Make the folder, for its owner alone; Impossible if somebody else made it before us."""
    owner = account.uid if account else os.geteuid()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if folder.is_symlink() or found.st_uid not in (owner, os.geteuid()):
        raise Impossible(
            f"{folder} belongs to somebody else; remove it or choose another data folder with --data."
        )
    if account and found.st_uid != owner:
        os.chown(folder, account.uid, account.gid)
    folder.chmod(0o700)
    return folder


def database_folder(wanted: Path, account: Account | None) -> Path:
    """`wanted`, or a folder under /var/tmp when the account cannot reach it or a socket's path would be too long."""
    wanted.parent.mkdir(parents=True, exist_ok=True)
    too_long = len(os.fsencode(wanted / ".s.PGSQL.5432")) > SOCKET_PATH_LIMIT
    if too_long or (account and not account.can_enter(wanted.parent)):
        wanted = Path("/var/tmp") / f"paku-{os.geteuid()}-{short_name(wanted)}"  # noqa: S108 - owner is checked
    return private_folder(wanted, account)


def socket_folder(wanted: Path) -> Path:
    """`wanted` made private, or a short stand-in under /var/tmp when a socket's path in it would be too long."""
    if len(os.fsencode(wanted / "broker.sock")) > SOCKET_PATH_LIMIT:
        wanted = Path("/var/tmp") / f"paku-{os.geteuid()}-{short_name(wanted)}"  # noqa: S108 - owner is checked
    return private_folder(wanted)


def short_name(path: Path) -> str:
    """Twelve letters that stand for a path."""
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
