"""A nudge: somebody should be told of something due. Never stored; `nudges()` is the set of them as a query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, CharField, F, Func, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

COLUMNS = ("key", "to", "kind", "reference", "due_on")


@dataclass(frozen=True, slots=True)
class Nudge:
    """`key` names the promise: another day is another key. `to` is a user's primary key, `reference` a ref."""

    key: str
    to: int
    kind: str
    reference: UUID
    due_on: date


def nudges(
    rows: QuerySet[Any],
    *,
    key: Combinable,
    to: Combinable | F,
    kind: str,
    reference: str = "ref",
    due_on: str = "due_on",
) -> QuerySet[Any]:
    """The rows as nudges: what a source answers. One statement turns the whole set into deliveries (`planning.py`),
    so a million rows cost no Python. Rows whose `to` is empty reach nobody and are left out."""
    said = {
        "key": key,
        "to": Cast(to, BigIntegerField()),
        "kind": Value(kind, CharField()),
        "reference": F(reference),
        "due_on": F(due_on),
    }
    return rows.order_by().values(**{f"nudge_{name}": said[name] for name in COLUMNS})


def dated_key(name: str, number: str = "pk", day: str = "due_on") -> Combinable:
    """`<name>/<number>/<yyyy-mm-dd>`: the same thing moved to another day is a new promise."""
    written = Func(F(day), Value("YYYY-MM-DD"), function="to_char", output_field=CharField())
    return Func(
        Value(f"{name}/"),
        F(number),
        Value("/"),
        written,
        function="concat",
        output_field=CharField(),
    )
