"""The layout of a data folder (`--data`, by default .paku in the checkout): database, keys, mail, sockets, logs."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape

from paku.deploy.saying import Impossible
from paku.embedded.accounts import socket_folder

CHECKOUT = Path(__file__).resolve().parent.parent.parent
DEFAULT = CHECKOUT / ".paku"


class DataDir:
    """Where everything that one installation keeps lives; nothing is made before it is asked for."""

    def __init__(self, root: Path) -> None:
        self.root = root.expanduser().resolve()
        self.postgres = self.root / "postgres"
        self.logs = self.root / "logs"
        self.mail = self.root / "mail"
        self.static = self.root / "static"
        self.beat = self.root / "beat"
        self.libraries = self.root / "libraries"
        self.keys_file = self.root / "keys.json"

    @property
    def sockets(self) -> Path:
        """For the broker's and the press's sockets; elsewhere when the path would be too long for one."""
        return socket_folder(self.root / "run")

    @property
    def press_socket(self) -> Path:
        """Where the press listens."""
        return self.sockets / "press.sock"

    def make(self) -> None:
        """Make the folders that children write into."""
        try:
            for folder in (self.root, self.logs, self.mail, self.static):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as reason:
            raise Impossible(
                f"{self.root} cannot be used ({reason.strerror}); choose another with --data."
            ) from reason

    def keys(self) -> dict[str, str]:
        """The secrets of this installation by their names, made at random the first time and readable by us alone."""
        if not self.keys_file.exists():
            with self.alone("keys.lock"):
                self._make_keys()
        kept: dict[str, str] = json.loads(self.keys_file.read_text(encoding="utf-8"))
        return kept

    def _make_keys(self) -> None:
        """Once: a second command that starts at the same moment must not get keys that are then lost."""
        if self.keys_file.exists():
            return
        fresh = self.keys_file.with_suffix(".new")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(_new_keys(), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        fresh.rename(self.keys_file)

    def fonts_file(self) -> Path:
        """fontconfig's settings: the fonts shipped with Paku and the system's, if it has any. Without a file and a
        font a bare machine's papers would end in a crash, and its browser would show no letters."""
        file = self.root / "fonts.conf"
        folders = "".join(
            f"<dir>{escape(str(folder))}</dir>"
            for folder in (CHECKOUT / "static" / "fonts", "/usr/share/fonts")
        )
        text = (
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
            f"<fontconfig>{folders}<cachedir>{escape(str(self.root / 'font-cache'))}</cachedir></fontconfig>\n"
        )
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
        return file

    def take(
        self, name: str = "services.lock", *, shared: bool = False, wait: bool = False
    ) -> IO[str] | None:
        """A lock on this folder, held until closed or until we die; None when somebody else holds it."""
        self.root.mkdir(parents=True, exist_ok=True)
        handle = (self.root / name).open("a")
        try:
            fcntl.flock(
                handle,
                (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB),
            )
        except BlockingIOError:
            handle.close()
            return None
        except OSError as reason:
            handle.close()
            raise Impossible(
                f"{self.root} cannot be locked ({reason.strerror}); choose another with --data."
            ) from reason
        return handle

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """While nobody else holds this lock; waits for it."""
        lock = self.take(name, wait=True)
        try:
            yield
        finally:
            if lock:
                lock.close()


def _new_keys() -> dict[str, str]:
    """Fresh secrets; the encryption keys are 32 random bytes in URL-safe base64, as Fernet wants them."""
    return {
        "SECRET_KEY": secrets.token_urlsafe(50),
        **{
            name: base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
            for name in ("PAKU_FIELD_KEYS", "PAKU_INDEX_KEY", "PAKU_BACKUP_KEY")
        },
    }
