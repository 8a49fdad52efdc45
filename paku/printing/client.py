"""Asking the press for a PDF. Every way it may fail ends in one plain sentence."""

import time
from contextlib import suppress
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from paku.kit.refusals import Refused
from paku.printing import wire

CONNECTING_SECONDS = 5.0
PATIENCE_SECONDS = (
    75.0  # the proxy waits longer (nginx.conf), so that the sentence below is what people see
)
PDF_END = b"%%EOF"
SENTENCES = {
    "too_long": _("This paper took too long to make. Please choose fewer sections and try again."),
    "too_big": _("This paper is too big to make. Please choose fewer sections and try again."),
    "crashed": _("The paper could not be made. Nothing was lost; please try again."),
    "busy": _("Many papers are being made just now. Please try again in a minute."),
    "down": _(
        "Papers cannot be made just now. Nothing was lost; please try again in a few minutes."
    ),
}


@dataclass(frozen=True)
class Pressed:
    """A finished paper."""

    pdf: bytes
    pages: int


def press(
    html: str,
    *,
    title: str,
    lang: str,
    address: str | None = None,
    timeout: float = PATIENCE_SECONDS,
) -> Pressed:
    """The page as a tagged PDF; raises Refused (code ``press_<reason>``, 503, or 422 for ``too_big``).

    `title` becomes the PDF's only description of itself, so it holds no name: "Paku 2026-000123".
    `address` is the press's own (setting ``PRESS``) unless given; `timeout` is for sending and waiting together.
    """
    page = html.encode()
    if len(page) > wire.MOST_HTML:
        raise _refused("too_big")
    try:
        connection = wire.connect(address or _address(), timeout=CONNECTING_SECONDS)
    except (OSError, ValueError) as error:
        raise _refused("down") from error
    until = time.monotonic() + timeout
    try:
        with connection:
            connection.settimeout(timeout)
            # a press that is busy answers at once and hangs up
            with suppress(BrokenPipeError, ConnectionResetError):
                wire.send(connection, {"title": title, "lang": lang}, page)
            connection.settimeout(max(0.1, until - time.monotonic()))
            answer, pdf = wire.receive(connection, most=wire.MOST_PDF)
    except TimeoutError as error:
        raise _refused("too_long") from error
    except (OSError, EOFError, ValueError, wire.TooBig) as error:
        raise _refused("down") from error
    if not answer.get("ok"):
        raise _refused(str(answer.get("reason")))
    if not pdf.rstrip().endswith(
        PDF_END
    ):  # ended while it answered; what is frozen stays, so it must be whole
        raise _refused("crashed")
    return Pressed(pdf=pdf, pages=int(answer["pages"]))


def is_up(address: str | None = None) -> bool:
    """Whether a press takes calls at its address."""
    try:
        wire.connect(address or _address(), timeout=2).close()
    except (OSError, ValueError):
        return False
    return True


def _address() -> str:
    from django.conf import settings

    return str(settings.PRESS)


def _refused(reason: str) -> Refused:
    known = reason if reason in SENTENCES else "crashed"
    return Refused(
        SENTENCES[known], code=f"press_{known}", status=422 if known == "too_big" else 503
    )
