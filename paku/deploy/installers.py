"""The two ways packages are installed from the lock: uv when it is there, else pip out of its own wheel."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

from paku.deploy.saying import Impossible, say

EVERY = 25  # packages between two lines of progress


def install(folder: Path, lock: Path, *, wheels: Path) -> None:
    """Make the environment in `folder` hold exactly the lock's packages, each checked against its hash."""
    uv = shutil.which("uv")
    if uv and os.environ.get("PAKU_NO_UV") != "1":
        if _with_uv(uv, folder, lock):
            return
        say("uv did not manage it; going on with pip")
    _with_pip(pip_wheel(wheels), folder, lock)


def pip_wheel(folder: Path) -> Path:
    """The vendored wheel, only if it is byte for byte the one whose checksum was written down."""
    sums = next(folder.glob("pip-*.whl.sha256"), None)
    if sums is None:
        raise Impossible(f"pip's wheel is missing from {folder}.")
    digest, name = sums.read_text(encoding="utf-8").split()
    wheel = folder / name
    if not wheel.is_file() or hashlib.sha256(wheel.read_bytes()).hexdigest() != digest:
        raise Impossible(f"{name} is not the file whose checksum stands beside it.")
    return wheel


def _with_uv(uv: str, folder: Path, lock: Path) -> bool:
    python = folder / "bin" / "python"
    call: list[str | Path] = [
        uv,
        "pip",
        "sync",
        "--quiet",
        "--python",
        python,
        "--require-hashes",
        "--compile-bytecode",
        lock,
    ]
    return subprocess.run(call, check=False).returncode == 0


def _with_pip(wheel: Path, folder: Path, lock: Path) -> None:
    pip = [str(folder / "bin" / "python"), str(wheel / "pip"), "--disable-pip-version-check"]
    wanted = set(re.findall(r"^([a-z0-9._-]+)==", lock.read_text(encoding="utf-8"), re.MULTILINE))
    _show(
        [
            *pip,
            "install",
            "--require-hashes",
            "--only-binary",
            ":all:",
            "--no-color",
            "-r",
            str(lock),
        ],
        total=len(wanted),
    )
    listed = subprocess.run(
        [*pip, "list", "--format", "json"], capture_output=True, check=False, text=True
    )
    here = {_plain(package["name"]) for package in json.loads(listed.stdout or "[]")}
    if extra := sorted(here - {_plain(name) for name in wanted}):
        subprocess.run([*pip, "uninstall", "--quiet", "--yes", *extra], check=False)


def _show(call: list[str], *, total: int) -> None:
    """Run pip, turn its stream into a few lines of progress, and its failure into one sentence."""
    seen, last = 0, ""
    environ = {**os.environ, "PYTHONUNBUFFERED": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    with subprocess.Popen(
        call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environ
    ) as pip:
        for line in pip.stdout or ():
            if line.startswith("ERROR"):
                last = line.removeprefix("ERROR:").strip()
            if line.startswith(("Collecting ", "Requirement already")):
                seen += 1
                if seen % EVERY == 0:
                    say(f"{seen} of about {total} packages fetched")
            if line.startswith("Installing collected"):
                say("unpacking the packages")
    if pip.returncode:
        raise Impossible(
            f"pip could not install the packages ({last or 'no reason given'}). Is the network reachable?"
        )


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
