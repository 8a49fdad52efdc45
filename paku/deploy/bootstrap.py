"""Builds .venv from the hash-pinned lock on a machine that has only Python, then re-executes inside it.

Standard library only, for it runs before anything is installed. `uv` is used when it is on PATH (PAKU_NO_UV=1
refuses it); otherwise pip runs straight out of the wheel kept beside this file, so neither ensurepip nor pip need
be there. PAKU_NO_SETUP=1 says that the environment is already right (the production image).
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from paku.deploy import installers
from paku.deploy.saying import Impossible, say, stopwatch

HERE = Path(__file__).resolve().parent
LOCK = HERE / "requirements.lock"


def ensure(root: str | Path, argv: list[str]) -> None:
    """Return inside a .venv that equals the lock; build it first and re-execute when it does not."""
    if os.environ.get("PAKU_NO_SETUP") == "1":
        return
    folder = Path(root) / ".venv"
    try:
        if not is_ready(folder, LOCK):
            _leave(folder, argv)
            build(folder, LOCK)
    except (Impossible, OSError) as reason:
        sys.exit(f"Paku could not set up its Python environment: {reason}")
    if not _inside(folder):
        python = str(folder / "bin" / "python")
        os.execv(python, [python, *argv])


def is_ready(folder: Path, lock: Path) -> bool:
    """Whether the environment was completed from this very lock and its Python still runs."""
    try:
        stamp = (folder / ".paku-lock").read_text(encoding="utf-8").split()
    except OSError:
        return False
    if len(stamp) != 2 or stamp[0] != _fingerprint(lock):
        return False
    if _inside(folder):
        return stamp[1] == _python_version()
    return os.access(folder / "bin" / "python", os.X_OK)


def build(folder: Path, lock: Path) -> None:
    """Make the environment hold exactly what the lock names; Impossible (one sentence) when it cannot."""
    with _alone(folder.parent):
        if is_ready(folder, lock):  # somebody else built it while we waited
            return
        done = stopwatch()
        say(f"setting up the Python environment in {folder.name} (about a minute, once)")
        kept = _same_python(folder)
        (folder / ".paku-lock").unlink(missing_ok=True)
        if not kept:
            venv.EnvBuilder(with_pip=False, clear=True, symlinks=True).create(folder)
        installers.install(folder, lock, wheels=HERE)
        (folder / ".paku-lock").write_text(
            f"{_fingerprint(lock)} {_python_version()}\n", encoding="utf-8"
        )
        say(f"Python environment ready in {done()}")


def _leave(folder: Path, argv: list[str]) -> None:
    """A Python must not rebuild the environment that it runs in: go on with the one it was made from."""
    base = getattr(sys, "_base_executable", "") or ""
    if _inside(folder) and base and not Path(base).is_relative_to(folder):
        os.execv(base, [base, *argv])


def _inside(folder: Path) -> bool:
    return Path(sys.prefix).resolve() == folder.resolve()


def _same_python(folder: Path) -> bool:
    """Whether the existing environment is of this Python (then it is brought up to date in place)."""
    return (folder / "lib" / f"python{_python_version()}").is_dir() and os.access(
        folder / "bin" / "python", os.X_OK
    )


def _python_version() -> str:
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def _fingerprint(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Two commands started at once on a fresh checkout: one builds, the other waits."""
    (root / ".paku").mkdir(exist_ok=True)
    with (root / ".paku" / "setup.lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("waiting for another set-up in this folder to end")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
