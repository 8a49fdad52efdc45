"""What is made from the sources before Paku runs: static files and message catalogues; only when a source changed."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from paku.deploy.saying import Impossible, say
from paku.embedded.data_dir import CHECKOUT, DEFAULT, DataDir


def manage(*arguments: str, environ: Mapping[str, str]) -> None:
    """Run one of the product's own commands to its end; Impossible when it fails (it has said why itself)."""
    call = [sys.executable, str(CHECKOUT / "manage.py"), *arguments]
    done = subprocess.run(call, env={**environ, "PAKU_NO_SETUP": "1"}, cwd=CHECKOUT, check=False)
    if done.returncode:
        raise Impossible(f"'manage.py {arguments[0]}' failed; its reason stands above.")


def prepare(data: DataDir, environ: Mapping[str, str]) -> None:
    """Collect static files into the data folder and compile the messages, if anything in them changed."""
    static = sorted(path for path in (CHECKOUT / "static").rglob("*") if path.is_file())
    lock = CHECKOUT / "paku" / "deploy" / "requirements.lock"  # packages bring static files too
    stamp = data.root / "static.stamp"
    if not any(data.static.glob("*")):
        stamp.unlink(missing_ok=True)
    _when_changed(
        stamp,
        [*static, lock],
        lambda: manage("collectstatic", "--noinput", "--clear", "-v0", environ=environ),
    )
    catalogues = sorted(CHECKOUT.glob("paku/locale/**/*.po"))
    compiled = [path.with_suffix(".mo") for path in catalogues]
    with DataDir(DEFAULT).alone("messages.lock"):  # all data folders share these
        stamp = DEFAULT / "messages.stamp"
        if not all(path.exists() for path in compiled):
            stamp.unlink(missing_ok=True)
        _when_changed(stamp, catalogues, lambda: manage("messages", "compile", environ=environ))


def fingerprint(files: Iterable[Path]) -> str:
    """One word that changes when a file's name or content does."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.relative_to(CHECKOUT)}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _when_changed(stamp: Path, files: Iterable[Path], make: Callable[[], None]) -> None:
    now = fingerprint(files)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == now:
        return
    say(f"making {stamp.stem}")
    stamp.unlink(missing_ok=True)  # killed half way, what is there is of no version
    make()
    stamp.write_text(now, encoding="utf-8")
