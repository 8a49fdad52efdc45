"""Whoever asks the press hears a plain sentence, whatever becomes of the answer."""

import socket
import threading
from collections.abc import Iterator

import pytest

from paku.kit.refusals import Refused
from paku.printing import wire
from paku.printing.client import is_up, press

WHOLE = b"%PDF-1.7 a page %%EOF"


@pytest.fixture
def ended_while_answering() -> Iterator[str]:
    """Where a child was ended in the middle of its answer, and the press told that after what was sent already."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(10)
        thread = threading.Thread(target=_answer_half, args=(listener,), daemon=True)
        thread.start()
        yield f"tcp://127.0.0.1:{listener.getsockname()[1]}"
        thread.join(20)


def _answer_half(listener: socket.socket) -> None:
    connection, _ = listener.accept()
    with connection:
        wire.receive(connection, most=wire.MOST_HTML)
        header = b'{"ok": true, "pages": 1}'
        connection.sendall(wire.LENGTHS.pack(len(header), len(WHOLE)) + header + WHOLE[:-6])
        wire.send(connection, {"ok": False, "reason": "crashed"})


def test_half_a_paper_is_never_taken_for_a_whole_one(ended_while_answering: str) -> None:
    with pytest.raises(Refused) as refused:
        press("<p>x</p>", title="Paku", lang="fi", address=ended_while_answering)

    assert refused.value.code == "press_crashed"


@pytest.mark.parametrize("address", ["", "tcp://press", "tcp://127.0.0.1:99999"])
def test_an_address_that_cannot_be_one_is_a_press_that_is_down(address: str) -> None:
    with pytest.raises(Refused) as refused:
        press("<p>x</p>", title="Paku", lang="fi", address=address or "nowhere")

    assert refused.value.code == "press_down"
    assert not is_up(address or "nowhere")
