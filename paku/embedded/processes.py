"""Children that end with us: each in a session of its own, so that Ctrl-C reaches only the supervisor, which stops
them in order; and, where the system can (Linux), ended by the kernel if the supervisor is killed outright."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from paku.embedded.accounts import Account

PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def spawn(
    call: Sequence[str | Path],
    *,
    env: Mapping[str, str],
    log: Path | None = None,
    cwd: Path | str = "/",
    account: Account | None = None,
    end_by: signal.Signals = signal.SIGTERM,
) -> subprocess.Popen[bytes]:
    """Start a child; `end_by` is what it gets if we die. Without a log it speaks on our own output."""
    output = log.open("ab") if log else None
    try:
        return subprocess.Popen(
            [str(part) for part in call],
            env=dict(env),
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if output else None,
            start_new_session=True,
            preexec_fn=_end_with_parent(end_by),  # noqa: PLW1509 - the supervisor has one thread
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )
    finally:
        if output:
            output.close()


def stop(
    child: subprocess.Popen[bytes], *, by: signal.Signals = signal.SIGTERM, patience: float = 15
) -> None:
    """Ask the child to end, wait, and only then kill it with everything it started."""
    if child.poll() is None:
        child.send_signal(by)
        try:
            child.wait(patience)
        except subprocess.TimeoutExpired:
            end_group(child)
            child.wait()


def end_group(child: subprocess.Popen[bytes]) -> None:
    """Kill the child and all that it started, whoever of them is still there."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)


def is_running(pid: int, word: str | Path) -> bool:
    """Whether the process is alive and was called with `word`: a zombie or somebody else's recycled number is not."""
    if sys.platform != "linux":
        call = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
        said = subprocess.run(call, capture_output=True, check=False).stdout
        return os.fsencode(word) in said
    else:  # noqa: RET505 - so that each platform's half is checked for itself
        try:
            line = Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            return False
        return os.fsencode(word) in line.split(b"\0")


def _end_with_parent(end_by: signal.Signals) -> Callable[[], None] | None:
    if _LIBC is None:
        return None
    parent, libc = os.getpid(), _LIBC

    def before_the_program_starts() -> None:
        libc.prctl(PR_SET_PDEATHSIG, int(end_by), 0, 0, 0)
        if os.getppid() != parent:  # it died between the fork and the line above
            os._exit(1)

    return before_the_program_starts
