"""A document in words: for the page, for paper, and as plain text for the official record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from paku.kit.dates import finnish_date
from pathways.models.document import Document


@dataclass(frozen=True, slots=True)
class Told:
    """One answer under its label; `is_own`: the person speaks."""

    name: str
    label: str
    text: str
    is_own: bool


def told(document: Document) -> list[tuple[str, list[Told]]]:
    """(heading, its answers) as the statute orders them; what is empty is left out."""
    parts = [(str(part.title), _answers(document, part.fields)) for part in document.parts]
    return [(title, answers) for title, answers in parts if answers]


def in_words(document: Document, name: str) -> str:
    """One answer as text; "" when there is none."""
    value = getattr(document, name)
    if value in (None, "", []):
        return ""
    if isinstance(value, date):
        return finnish_date(value)
    field: Any = document._meta.get_field(name)
    if isinstance(field, ArrayField):
        labels = dict(field.base_field.choices or ())
        return ", ".join(str(labels.get(one, one)) for one in value)
    if isinstance(value, list):
        return "\n".join(_person(row) for row in value)
    return str(dict(field.flatchoices).get(value, value))


def plain_text(document: Document, *, name: str = "") -> str:
    """What is copied: heading, label, answer; no identity code is added to it. `name`: how the person is named."""
    lines = [str(document.title).upper(), *_head(document, name)]
    for title, answers in told(document):
        lines += ["", title.upper()]
        for answer in answers:
            lines += [f"{answer.label}:", answer.text]
    return "\n".join(lines)


def _head(document: Document, name: str) -> Iterable[str]:
    """The document, the person, the matter, who wrote it and when (703/2023 38 §)."""
    if name:
        yield _("Client: %(name)s") % {"name": name}
        yield _("Service task: %(matter)s") % {"matter": document.path.matter}
    if document.ready_by:
        said = {"who": document.ready_by.name, "role": document.ready_role}
        yield _("Made by: %(who)s, %(role)s") % said
    if document.ready_on:
        yield _("Ready on: %(day)s") % {"day": finnish_date(document.ready_on)}
    if document.version > 1:
        said = {"number": str(document.version), "why": document.reason}
        yield _("Version %(number)s, because: %(why)s") % said
    if document.made_with:
        yield _("Made together with: %(who)s") % {"who": document.made_with}


def _answers(document: Document, names: Iterable[str]) -> list[Told]:
    return [
        Told(name, _label(document, name), text, name in document.of_the_person)
        for name in names
        if (text := in_words(document, name))
    ]


def _label(document: Document, name: str) -> str:
    field: Any = document._meta.get_field(name)
    return capfirst(str(field.verbose_name))


def _person(row: dict[str, str]) -> str:
    tasks = f": {row['tasks']}" if row.get("tasks") else ""
    return f"{row['name']}, {row['role']}{tasks}"
