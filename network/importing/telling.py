"""A plan in the reader's words: what was, what would be, and where in the file it says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from network.importing.fields import COLUMNS
from network.importing.plan import Line, Plan
from network.importing.records import Place
from network.importing.towns import Towns


@dataclass(frozen=True, slots=True)
class Told:
    """One row on the page; `changes` are (field, before, after)."""

    title: str
    where: str
    changes: list[tuple[Any, str, str]]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole dry run."""

    plan: Plan
    new: list[Told]
    changed: list[Told]
    same: list[Told]
    bad: list[tuple[str, str, str]]  # where, title, sentence

    @property
    def missing(self) -> list[str]:
        return self.plan.missing


def page_of(made: Plan, towns: Towns) -> Page:
    return Page(
        made,
        new=[_told(line, towns) for line in made.new],
        changed=[_told(line, towns) for line in made.changed],
        same=[_told(line, towns) for line in made.same],
        bad=[(where(fault.place), fault.title, fault.sentence) for fault in made.faults],
    )


def where(place: Place) -> str:
    if place.item:
        return _("Row %(line)s, item %(item)s") % {"line": place.line, "item": place.item}
    return _("Row %(line)s") % {"line": place.line}


def _told(line: Line, towns: Towns) -> Told:
    changes = [
        (
            change.field.label,
            "" if change.old is None else change.field.said(change.old, towns),
            change.field.said(change.new, towns),
        )
        for change in line.changes
    ]
    return Told(line.title, where(line.record.place), changes)


def template_rows() -> list[list[str]]:
    """The headings and one row, as the template for the file."""
    return [[str(column.label) for column in COLUMNS], [column.example for column in COLUMNS]]
