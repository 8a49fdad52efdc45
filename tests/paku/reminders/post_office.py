"""An SMTP server (aiosmtpd) that keeps what it takes, and can refuse or be closed."""

from __future__ import annotations

import email
from collections import Counter
from email.message import Message
from typing import Any

from aiosmtpd.controller import Controller


class PostOffice:
    """`answer` other than None is what each mail is refused with, such as "451 later"."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.taken: list[Message] = []
        self.answer: str | None = None
        self._controller: Controller | None = None

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def copies(self) -> Counter[str]:
        """Message-ID → how many times it came."""
        return Counter(message["Message-ID"] for message in self.taken)

    def open(self) -> None:
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def close(self) -> None:
        if self._controller:
            self._controller.stop()
            self._controller = None

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        if self.answer:
            return self.answer
        self.taken.append(email.message_from_bytes(envelope.content))
        return "250 taken"
