"""A visit as plain text for the official record (703/2023 44 §): what, when, who took part, and what was agreed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from network.models import Member, Step
from paku.kit.dates import finnish_date
from pathways.models.visit import Visit, VisitText


def plain_text(
    text: VisitText, *, name: str, present: Iterable[Member], steps: Iterable[Step]
) -> str:
    """`name`: how the person is named. Their own words stand apart and first; no identity code is added."""
    visit = text.visit
    lines = [_("Client record").upper(), *_head(text, name), ""]
    lines += [_("What and where: %(kind)s") % {"kind": capfirst(visit.kind.label)}]
    lines += [_("When: %(day)s") % {"day": finnish_date(visit.on)}]
    if visit.minutes:
        lines += [_("Time together: %(minutes)s min") % {"minutes": visit.minutes}]
    if visit.unmet:
        lines += [_("This was a try: we did not meet.")]
    else:
        lines += [_("Who took part: %(who)s") % {"who": ", ".join(_present(visit, name, present))}]
    parts: list[tuple[str, list[str]]] = [
        (_("What the client said, in own words"), [text.client_words]),
        (_("What happened, what was talked about"), [text.note]),
        (_("What was agreed"), [_agreed(step) for step in steps]),
    ]
    for title, said in parts:
        if any(said):
            lines += ["", title.upper(), *said]
    return "\n".join(lines)


def _head(text: VisitText, name: str) -> Iterable[str]:
    yield _("Client: %(name)s") % {"name": name}
    yield _("Service task: %(matter)s") % {"matter": text.visit.path.matter}
    yield _("Written by: %(who)s") % {"who": _worker(text.author)}
    if text.version > 1:
        yield _("Version %(number)s, because: %(why)s") % {"number": text.version, "why": text.reason}  # fmt: skip


def _present(visit: Visit, name: str, others: Iterable[Member]) -> Iterable[str]:
    if visit.client_was_present:
        yield name
    yield _worker(visit.worker)
    yield from (f"{one.name} ({one.role})" for one in others)


def _worker(user: Any) -> str:
    return f"{user.name}, {user.title}" if user.title else str(user.name)


def _agreed(step: Any) -> str:
    said = {"what": step.what, "who": step.doer_name, "day": finnish_date(step.due_on)}
    return _("– %(what)s: %(who)s, by %(day)s") % said
