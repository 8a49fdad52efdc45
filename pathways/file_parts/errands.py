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


def _unless_taken_off(name: str) -> Any:
    """What was written to the wrong person is told to neither of the two here."""
    return lambda before: "" if before.errand.is_mistake else getattr(before, name)


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
            leaves=["path", "visit", "municipality", "village", "decided_by", "is_mistake"],
            heads=["on", "what"],
            related=["expected", "appeal"],
        ),
        Rows(
            "pathways.ErrandBefore",
            of="errand__path__client",
            title=_("How they stood before they were corrected"),
            tells=[("what", _("what was done"), _unless_taken_off("what")),
                   ("on", _("date"), _unless_taken_off("on")),
                   ("decided_on", _("when the decision was told"), _unless_taken_off("decided_on")),
                   ("decision", _("what was decided"), _unless_taken_off("decision")),
                   ("reason", _("why it was corrected"), _unless_taken_off("reason")),
                   ("by", _("corrected by")), ("at", _("corrected on"))],
            leaves=["errand", "channel", "mandate", "service", "organisation", "actor_words", "municipality", "village",
                    "beside"],
            heads=["at"],
            related=["errand"],
        ),
    ],
)  # fmt: skip
