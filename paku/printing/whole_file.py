"""What belongs to one person's whole file (GDPR art. 15): rooms register it, row by row and field by field.

A room writes, in its ``file_parts.py``::

    part_of_the_file("steps", _("What is agreed"), order=70, rows=[
        Rows("network.Step", of="client", tells=["what", "due_on", ("doer", _("who does it"))], leaves=["done_by"]),
    ])
    not_in_the_file("network.Organisation", why=_("tells of no client"))

Every model that may know a client is in a part or is left out with a reason, and every field of a model that is in a
part is told or left (tests/network/whole_file). What is told to the person as left out has `said=True`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps

from paku.printing.told import Told, label_of, said

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

# keys and numbers of the system itself: of nobody's life
MACHINERY = frozenset({"id", "ref", "version", "client", "client_ref"})


@dataclass(frozen=True)
class Rows:
    """The rows of one model that are about the person: `of` leads from the row to the client.

    `tells`: names of fields, or (name, label), or (name, label, what it says of the row). `heads`: which of them make
    the heading of a row. `leaves`: fields left out. `within`: models told inside these rows.
    """

    model: str
    of: str = "client"
    tells: Sequence[str | tuple[Any, ...]] = ()
    leaves: Sequence[str] = ()
    heads: Sequence[str] = ()
    within: Sequence[str] = ()
    title: _StrOrPromise = ""
    related: Sequence[str] = ()
    order: Sequence[str] = ()

    @property
    def table(self) -> Any:
        return apps.get_model(self.model)

    def of_client(self, client: Any) -> Iterable[Any]:
        key = client.ref if self.of.endswith("_ref") else client.pk
        found: Any = self.table.objects.filter(**{self.of: key})
        found = found.select_related(*self._single()).prefetch_related(*self.related)
        return found.order_by(*self.order) if self.order else found

    def fields(self) -> list[tuple[str, Any, Callable[[Any], Told]]]:
        """(name, label, how it is said)."""
        return [self._field(one) for one in self.tells]

    def _field(self, one: str | tuple[Any, ...]) -> tuple[str, Any, Callable[[Any], Told]]:
        name, *more = (one,) if isinstance(one, str) else one
        if len(more) == 2:
            return name, more[0], lambda row, tell=more[1]: said(tell(row))
        label = more[0] if more else label_of(self.table, name)
        return name, label, lambda row: said(row, name)

    def _single(self) -> list[str]:
        names = {one if isinstance(one, str) else one[0] for one in self.tells}
        return [f.name for f in self.table._meta.concrete_fields if f.is_relation and f.name in names]  # fmt: skip


@dataclass(frozen=True)
class FilePart:
    """A chapter of the file."""

    name: str
    title: _StrOrPromise
    about: _StrOrPromise
    order: int
    rows: tuple[Rows, ...]


@dataclass(frozen=True)
class LeftOut:
    """A model that is in no chapter, and why. `said`: the person is told so."""

    model: str
    why: _StrOrPromise
    said: bool


_PARTS: dict[str, FilePart] = {}
_LEFT_OUT: dict[str, LeftOut] = {}


def part_of_the_file(
    name: str, title: _StrOrPromise, *, rows: Iterable[Rows], order: int, about: _StrOrPromise = ""
) -> None:
    if name in _PARTS:
        raise ValueError(f"two parts of the file are called {name!r}")
    _PARTS[name] = FilePart(name, title, about, order, tuple(rows))


def not_in_the_file(*models: str, why: _StrOrPromise, said: bool = False) -> None:
    for model in models:
        _LEFT_OUT[model.lower()] = LeftOut(model, why, said)


def file_parts() -> list[FilePart]:
    """In their order on paper."""
    return sorted(_PARTS.values(), key=lambda part: (part.order, part.name))


def left_out() -> Mapping[str, LeftOut]:
    """By the model's label in small letters."""
    return _LEFT_OUT


def told_models() -> set[str]:
    """Labels, in small letters, of all models that stand in a chapter."""
    rows = [rows for part in _PARTS.values() for rows in part.rows]
    return {label.lower() for one in rows for label in (one.model, *one.within)}


def chapters(client: Any, *, without: Iterable[str] = ()) -> list[dict[str, Any]]:
    """All that the file holds of the person, as plain values. Call it in the language of the copy."""
    skipped = set(without)
    return [_chapter(part, client) for part in file_parts() if part.name not in skipped]


def _chapter(part: FilePart, client: Any) -> dict[str, Any]:
    groups = [
        {
            "name": rows.table._meta.model_name,
            "title": str(rows.title),
            "heads": list(rows.heads),
            "records": [_record(rows, row) for row in rows.of_client(client)],
        }
        for rows in part.rows
    ]
    return {"name": part.name, "title": str(part.title), "about": str(part.about), "groups": groups}


def _record(rows: Rows, row: Any) -> dict[str, Any]:
    fields = {}
    for name, label, tell in rows.fields():
        fields[name] = {"label": str(label), **tell(row)}
    heading = " · ".join(filter(None, (printed(fields[name]) for name in rows.heads)))
    return {"heading": heading, "fields": fields}


def printed(field: Mapping[str, Any]) -> str:
    """As it stands on paper; "" when there is nothing."""
    text = field.get("text", field["value"])
    if isinstance(text, list):
        return "\n".join(map(str, text))
    return "" if text is None else str(text)
