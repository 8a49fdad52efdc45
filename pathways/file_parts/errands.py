"""Errands together in a person's whole file."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from paku.printing.whole_file import Rows, part_of_the_file


def _day_of(name: str) -> Any:
    """The day that the step keeps."""
    return lambda errand: (
        date_format(step.due_on, "j.n.Y") if (step := getattr(errand, name)) else ""
    )


part_of_the_file(
    "errands",
    _("Errands we have done together"),
    order=105,
    rows=[
        Rows(
            "pathways.Errand",
            of="path__client",
            tells=["what", "on", "channel", "mandate", ("service", _("service")), ("organisation", _("organisation")),
                   ("actor_words", _("whose")), ("beside", _("who else was there")),
                   ("expected", _("when the decision was expected"), _day_of("expected")),
                   ("appeal", _("until when to appeal"), _day_of("appeal")),
                   "decided_on", "decision", ("by", _("written by")), "at"],
            leaves=["path", "visit", "municipality", "village", "decided_by"],
            heads=["on", "what"],
            related=["expected", "appeal"],
        ),
    ],
)  # fmt: skip
