"""Pango and its kin, which WeasyPrint presses papers with: found on the system, or unpacked under the data folder.

Nothing is ever installed system-wide, not even by root. On Debian and Ubuntu apt downloads the missing packages
into a private folder and dpkg unpacks them there; elsewhere one sentence names what to install.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import fcntl
import os
import pwd
import shutil
import subprocess
import sys
from pathlib import Path

from paku.deploy.saying import Impossible, say, stopwatch

SONAMES = (
    "libgobject-2.0.so.0",
    "libfontconfig.so.1",
    "libharfbuzz.so.0",
    "libharfbuzz-subset.so.0",
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
)
DEBIAN = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
MAC_FOLDERS = ("/opt/homebrew/lib", "/usr/local/lib", "/opt/local/lib")


def search_path(folder: Path) -> dict[str, str]:
    """The variables that a pressing process needs to find the libraries; empty when the system itself has them.

    Found there by a path that we were started with, they need that path: a pressing process inherits nothing else.
    `folder` is where they are, or are to be, unpacked. Impossible (one sentence) when they cannot be had.
    """
    if sys.platform == "darwin":
        return _on_mac()
    given = os.environ.get("LD_LIBRARY_PATH", "")
    if _on_system():
        return {"LD_LIBRARY_PATH": given} if given else {}
    unpacked = _unpacked(folder) or _unpack(folder)
    return {"LD_LIBRARY_PATH": os.pathsep.join(filter(None, [unpacked, given]))}


def _on_system() -> bool:
    try:
        for name in SONAMES:
            ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _on_mac() -> dict[str, str]:
    if ctypes.util.find_library("pango-1.0"):
        return {}
    for folder in MAC_FOLDERS:
        if Path(folder, "libpango-1.0.dylib").exists():
            return {"DYLD_FALLBACK_LIBRARY_PATH": folder}
    raise Impossible(
        "Papers need Pango, which is not on this Mac: install it with 'brew install pango'."
    )


def _unpacked(folder: Path) -> str:
    """The folders that hold the unpacked libraries, or nothing when a library is still missing."""
    homes = {
        str(found.parent) for name in SONAMES for found in (folder / "root").glob(f"**/{name}")
    }
    return os.pathsep.join(sorted(homes)) if (folder / "complete").exists() and homes else ""


def _unpack(folder: Path) -> str:
    if not shutil.which("apt-get") or not shutil.which("dpkg"):
        raise Impossible(
            "Papers need Pango, which is not on this system: install Pango 1.44 or newer and HarfBuzz with its subset"
            " library (Fedora: 'pango'; Alpine is not supported)."
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_suffix(".lock").open("a") as alone:
        fcntl.flock(alone, fcntl.LOCK_EX)
        return _unpacked(folder) or _fetch(folder)  # another run may have fetched them meanwhile


def _fetch(folder: Path) -> str:
    done = stopwatch()
    say("fetching Pango for the papers (nothing is installed on the system)")
    shutil.rmtree(folder, ignore_errors=True)
    archives = folder / "archives"
    for needed in (archives / "partial", folder / "lists" / "partial", folder / "root"):
        needed.mkdir(parents=True)
    private = _private_apt(folder)
    _apt([*private, "update"])
    plan = _apt([*private, "--simulate", "--no-install-recommends", "install", *DEBIAN])
    packages = [line.split()[1] for line in plan.splitlines() if line.startswith("Inst ")]
    _apt([*private, "download", *packages], cwd=archives)
    for archive in sorted(archives.glob("*.deb")):
        if subprocess.run(["dpkg", "-x", archive, folder / "root"], check=False).returncode:
            raise Impossible(f"dpkg could not unpack {archive.name} for the papers.")
    shutil.rmtree(archives)
    shutil.rmtree(folder / "lists")
    (folder / "complete").touch()
    say(f"Pango ready in {done()}")
    return _unpacked(folder)


def _private_apt(folder: Path) -> list[str]:
    """apt with its own lists and archives, so that it needs no right and leaves no trace on the system."""
    options = {
        "Dir::State::lists": folder / "lists",
        "Dir::Cache": folder,
        "Dir::Cache::archives": folder / "archives",
        "Debug::NoLocking": "1",
        "APT::Sandbox::User": pwd.getpwuid(os.geteuid()).pw_name,
    }
    return [
        "apt-get",
        "-qq",
        *(part for name, value in options.items() for part in ("-o", f"{name}={value}")),
    ]


def _apt(call: list[str], *, cwd: Path | None = None) -> str:
    environ = {**os.environ, "LC_ALL": "C", "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(call, cwd=cwd, env=environ, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise Impossible(f"apt could not fetch Pango for the papers ({reason}).")
    return done.stdout
