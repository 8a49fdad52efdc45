"""What was written before, beside the question that is asked again: shown, to be copied, never copied beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext as _

from paku.kit.dates import finnish_date
from paku.saving.forms import TYPED_BY_HAND
from pathways.forms.documents.document import DocumentForm
from pathways.models import Assessment, Plan
from pathways.models.document import Document
from pathways.models.document_told import in_words

# a question of the plan → the answer of the assessment that it goes on from
FROM_ASSESSMENT = {
    "need_client": "needs_client",
    "need_worker": "needs_worker",
    "services_client": "services_client",
    "services_worker": "services_worker",
    "strengths_client": "strengths_client",
    "strengths_worker": "strengths_worker",
}
# a question of the review → what the plan said of it
FROM_PLAN = {
    "client_view": "own_part",
    "others_view": "division",
    "worker_view": "means",
    "need_now": "services_worker",
}


@dataclass(frozen=True, slots=True)
class Aside:
    """Where it is from, and its text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A question, its tick for an identity code left on purpose, and what stands beside it."""

    field: BoundField
    tick: BoundField | None
    asides: list[Aside]
    may_copy: bool


Asides = Mapping[str, list[Aside]]


def asides_of(
    last: Document | None, rests_on: Document | None, typed: Mapping[str, Any], now: Document | None
) -> Asides:
    """From last time, from the document that this one goes on from, and from a draft older than what was saved."""
    found: dict[str, list[Aside]] = {}
    if rests_on is not None:
        _add(found, *_source(rests_on))
    if last is not None:
        label = _("Last time, %(day)s") % {"day": finnish_date(last.ready_on)}  # type: ignore[arg-type]
        _add(found, label, {name: in_words(last, name) for name in last.answers()})
    texts = {name: text for name, text in typed.items() if isinstance(text, str)}
    new = {name: text for name, text in texts.items() if text != getattr(now, name, text)}
    _add(found, _("What you typed and did not save"), new)
    return found


def groups(form: DocumentForm, asides: Asides) -> list[tuple[str, list[Row]]]:
    """(heading, its questions) in the order of the statute; who made it together comes first."""
    parts: list[tuple[str, tuple[str, ...]]] = [(str(_("Together")), ("made_with",))]
    parts += [(str(part.title), part.fields) for part in form.model.parts]
    return [(title, _rows(form, names, asides)) for title, names in parts]


def _rows(form: DocumentForm, names: Iterable[str], asides: Asides) -> list[Row]:
    return [
        Row(
            form[name],
            form[f"{name}_on_purpose"] if f"{name}_on_purpose" in form.fields else None,
            list(asides.get(name, ())),
            isinstance(form.fields[name].widget, TYPED_BY_HAND),
        )
        for name in names
        if name in form.fields
    ]


def _source(rests_on: Document) -> tuple[str, dict[str, str]]:
    day = finnish_date(rests_on.ready_on)  # type: ignore[arg-type]
    if isinstance(rests_on, Assessment):
        taken = FROM_ASSESSMENT
        label = _("In the assessment, %(day)s") % {"day": day}
    else:
        taken = FROM_PLAN if isinstance(rests_on, Plan) else {}
        label = _("In the plan, %(day)s") % {"day": day}
    return label, {name: in_words(rests_on, source) for name, source in taken.items()}


def _add(found: dict[str, list[Aside]], label: str, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        if text:
            found.setdefault(name, []).append(Aside(label, text))
