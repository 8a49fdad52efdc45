"""The press's children: each is begun and warm before it is needed, makes one paper and ends.

A child reads what was sent and answers by itself, so that no page and no slow sender can hold the press. What a fork
shares is copied when it is first touched; a child touches it by setting a page for nothing, before anybody waits.
"""

import gc
import os
import signal
import socket
from collections.abc import Iterable

from paku.printing import confine, wire
from paku.printing.harmless import TooMuch
from paku.printing.typesetting import Typesetter

READING_SECONDS = 10.0


class Spare:
    """A child that waits for its one paper. `pid` is its process."""

    def __init__(
        self,
        typesetter: Typesetter,
        limits: confine.Limits,
        network: str,
        not_its_own: Iterable[socket.socket],
    ) -> None:
        self.typesetter, self.limits, self.network = typesetter, limits, network
        self.channel, its_end = socket.socketpair()
        self.pid = os.fork()
        if self.pid == 0:
            self._live(its_end, [*not_its_own, self.channel])
        its_end.close()

    def take(self, connection: socket.socket) -> bool:
        """Gives it the paper to make; False if it is gone."""
        try:
            socket.send_fds(self.channel, [b"1"], [connection.fileno()])
        except OSError:
            return False
        finally:
            self.channel.close()
        return True

    def _live(self, channel: socket.socket, not_its_own: list[socket.socket]) -> None:
        """Never returns. Ends with 0 if it has answered, or was not needed."""
        code = 1
        try:
            gc.disable()  # it ends before sweeping would pay; its memory is limited
            signal.set_wakeup_fd(-1)
            for number in (signal.SIGTERM, signal.SIGINT, signal.SIGCHLD):
                signal.signal(number, signal.SIG_DFL)
            for other in not_its_own:
                other.close()
            confine.die_with_parent()
            self.typesetter.open_fonts()
            self.typesetter.warm_up(once=True)
            _, given, _, _ = socket.recv_fds(channel, 1, 1)
            if given:
                confine.limit(self.limits)
                make_one(socket.socket(fileno=given[0]), self.typesetter, self.network)
            code = 0
        finally:
            os._exit(code)


def make_one(connection: socket.socket, typesetter: Typesetter, network: str) -> None:
    """Reads one request, sets it and answers; what it cannot take it refuses with a reason."""
    connection.settimeout(READING_SECONDS)
    try:
        job, html = wire.receive(connection, most=wire.MOST_HTML)
        pdf, pages = typesetter.set(
            html.decode(), title=str(job["title"])[:100], lang=str(job["lang"])[:20]
        )
        if len(pdf) > wire.MOST_PDF:
            raise wire.TooBig
        wire.send(connection, {"ok": True, "pages": pages, "network": network}, pdf)
    except EOFError:
        return  # only looked whether the press is up
    except (wire.TooBig, TooMuch, MemoryError, RecursionError):
        wire.send(connection, {"ok": False, "reason": "too_big", "network": network})
