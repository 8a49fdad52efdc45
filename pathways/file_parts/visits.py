"""Of a person's whole file: the visits, with what stood in them before they were corrected."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from paku.printing.whole_file import Rows, part_of_the_file


def _of_text(field: str) -> Any:
    """The valid version of a visit's text."""
    return lambda visit: next((getattr(text, field) for text in _texts(visit)[:1]), "")


def _texts(visit: Any) -> list[Any]:
    """The newest first, as they were fetched."""
    return sorted(visit.texts.all(), key=lambda text: -text.version)


def _earlier(visit: Any) -> list[str]:
    """What stood there before it was corrected, and why it was."""
    newer = _texts(visit)
    return [_version(old, newer[place]) for place, old in enumerate(newer[1:])]


def _version(old: Any, newer: Any) -> str:
    told = gettext("Until %(when)s (%(who)s corrected: %(why)s)") % {
        "when": date_format(localtime(newer.at), "j.n.Y H.i"), "who": newer.author.name, "why": newer.reason or "–",
    }  # fmt: skip
    return "\n".join(filter(None, (f"{told}:", old.client_words, old.note)))


def _present(visit: Any) -> list[str]:
    return [f"{member.name} ({member.role})" for member in visit.present.all()]


def _steps(visit: Any) -> list[str]:
    return [link.step.what for link in visit.visit_steps.all()]


def _moved(visit: Any) -> list[str]:
    """Days on which it was moved to the official record."""
    return [date_format(move.on, "j.n.Y") for move in visit.moves.all()]


part_of_the_file(
    "visits",
    _("Meetings and notes"),
    order=100,
    rows=[
        Rows(
            "pathways.Visit",
            of="path__client",
            tells=["on", ("kind", _("how we met")), "worker", "met", "minutes",
                   ("client_was_present", _("I was there myself")), ("present", _("who else was there"), _present),
                   ("client_words", _("what I said"), _of_text("client_words")),
                   ("note", _("note"), _of_text("note")), ("steps", _("what was agreed"), _steps),
                   ("earlier", _("earlier versions"), _earlier), "logged_at",
                   ("moved", _("moved to the official record"), _moved)],
            leaves=["path", "travel_km"],
            within=["pathways.VisitText", "pathways.VisitStep", "pathways.Visit_present", "pathways.VisitMoved"],
            heads=["on", "kind"],
            related=["texts__author", "present", "visit_steps__step", "moves"],
        ),
    ],
)  # fmt: skip
