"""A file that is at its place only when it is whole: written beside it, put on the disk, then moved there."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from paku.backup.refusal import NotDone


@contextmanager
def landing(target: Path) -> Iterator[BinaryIO]:
    """For its owner alone. What fails or is killed leaves the target as it was; the next run clears away the rest."""
    target = target.absolute()
    if target.is_dir():
        raise NotDone(f"{target} is a folder; name a file in it.")
    beside = target.with_name(f".{target.name}.new")
    try:
        with _alone(beside) as file:
            try:
                yield file
                file.flush()
                os.fsync(file.fileno())
                beside.replace(target)
            except BaseException:
                beside.unlink(missing_ok=True)
                raise
        _settle(target.parent)
    except OSError as reason:
        raise NotDone(f"{target} cannot be written: {reason.strerror}.") from reason


@contextmanager
def _alone(beside: Path) -> Iterator[BinaryIO]:
    """Two runs never write one file: the second is told so, also when the first moved its file meanwhile."""
    descriptor = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "r+b") as file:
        busy = NotDone(f"Another backup is being written to {beside.name}.")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise busy from None
        if not beside.exists() or not os.path.samestat(beside.stat(), os.fstat(descriptor)):
            raise busy
        file.truncate()
        yield file


def _settle(folder: Path) -> None:
    """The folder's own entry reaches the disk too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
