"""What the press takes away from itself and from its children: secrets, network, memory, time and files.

Each is asked of the operating system, and where a system lacks one (macOS has no name spaces and no death signal), it
is said so, never pretended. Standard library only.
"""

import ctypes
import os
import resource
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

KEPT = {"PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "TZ", "PYTHONPATH", "VIRTUAL_ENV"}
KEPT |= {"LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"}
SCRUBBED = "--scrubbed"
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS = 1, 4, 38
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000


@dataclass(frozen=True)
class Limits:
    """What one paper may use: bytes of address space, seconds of processor, seconds by the clock."""

    memory: int = 1 << 30
    cpu: int = 60
    wall: float = 60.0


def scrub_environment(module: str) -> None:
    """Starts this module anew with nothing in its environment but paths and language, if there is more.

    Overwriting variables would not do: what a process was started with stays readable in it to the end.
    """
    if SCRUBBED in sys.argv:
        sys.argv.remove(SCRUBBED)
        return
    if set(os.environ) - KEPT:
        kept = {name: value for name, value in os.environ.items() if name in KEPT}
        kept["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
        os.execve(sys.executable, [sys.executable, "-m", module, *sys.argv[1:], SCRUBBED], kept)  # noqa: S606


def _c_library() -> ctypes.CDLL | None:
    return ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def die_with_parent() -> None:
    """Asks the system to end this process when its parent ends (Linux; elsewhere the press looks by itself)."""
    if library := _c_library():
        library.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


def close_network() -> bool:
    """Moves this process to a network of its own that leads nowhere; False where the system does not let it.

    Sockets that are already open stay open: the press listens first. Must be called while there is one thread.
    """
    library = _c_library()
    if library is None:
        return False
    user, group = os.getuid(), os.getgid()
    if library.unshare(CLONE_NEWNET) == 0:
        return True
    if library.unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0:
        return False
    for name, line in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        try:
            Path(f"/proc/self/{name}").write_text(line)
        except OSError:
            continue  # the network is closed all the same; only names of users look odd
    return True


def keep_to_itself() -> None:
    """No core files, no new privileges, and no other process of the same user may read this one's memory."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if library := _c_library():
        library.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        library.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def limit(limits: Limits) -> None:
    """Sets the limits of one paper on this process; the clock is watched by the press itself."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + limits.cpu
    wanted = {
        resource.RLIMIT_AS: (limits.memory, limits.memory),
        resource.RLIMIT_CPU: (until, until + 1),  # told first (SIGXCPU), killed a second later
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_NOFILE: (64, 64),
    }
    for what, most in wanted.items():
        try:
            resource.setrlimit(what, most)
        except (OSError, ValueError):
            continue  # macOS refuses some; the clock and the size limits hold there
