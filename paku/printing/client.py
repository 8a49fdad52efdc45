"""Asking the press for a PDF. Every way it may fail ends in one plain sentence."""

from contextlib import suppress
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from paku.kit.refusals import Refused
from paku.printing import wire

PATIENCE_SECONDS = 75.0
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
    `address` is the press's own (setting ``PRESS``) unless given.
    """
    page = html.encode()
    if len(page) > wire.MOST_HTML:
        raise _refused("too_big")
    try:
        with wire.connect(address or _address(), timeout=timeout) as connection:
            with suppress(
                BrokenPipeError, ConnectionResetError
            ):  # a press that is busy answers at once
                wire.send(connection, {"title": title, "lang": lang}, page)
            answer, pdf = wire.receive(connection, most=wire.MOST_PDF)
    except TimeoutError as error:
        raise _refused("too_long") from error
    except (OSError, EOFError, ValueError, wire.TooBig) as error:
        raise _refused("down") from error
    if not answer.get("ok"):
        raise _refused(str(answer.get("reason")))
    return Pressed(pdf=pdf, pages=int(answer["pages"]))


def is_up(address: str | None = None) -> bool:
    """Whether a press answers at its address (for the health page)."""
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
