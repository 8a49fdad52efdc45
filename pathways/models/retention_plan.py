"""The declarations of retention as one function of the database: what of a person is due, table by table.

The database itself says what may go (`paku_destroy_rows`): the function is written anew after every migration from what
the models declare, so that neither a list in the code nor the application can ask for more than that. A row goes when
its own years are over and nothing that stays stands on it; tables come in the order of their foreign keys.
"""

# ruff: noqa: S608 - what is put together are names of tables and columns of the models

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from clients.models import Client
from paku.kit.retention import (
    EVENT,
    FOUND_BY,
    STARTS,
    Retention,
    declared_retention,
)

Model = type[models.Model]


@dataclass(frozen=True)
class Link:
    """A foreign key between two tables of the person."""

    model: Model
    column: str
    target: Model
    is_optional: bool


class Unresolved(Exception):
    """A declaration by which nothing can be computed; its labels."""


@cache
def links() -> tuple[Link, ...]:
    """Every foreign key that leads to a person's rows, however far; of the person's own key to another file none."""
    everything = list(declared_retention())
    known: set[Model] = {Client, *(apps.get_model(label) for label in FOUND_BY)}
    found: list[Link] = []
    while True:
        new = [
            link
            for model in everything
            if model is not Client
            for link in _keys_of(model)
            if link.target in known and link not in found
        ]
        if not new:
            return tuple(found)
        found += new
        known |= {link.model for link in new}


def _keys_of(model: Model) -> Iterator[Link]:
    for field in model._meta.concrete_fields:
        target: Any = field.remote_field.model if field.remote_field else None
        if target is not None:
            yield Link(model, str(field.column), target._meta.concrete_model, field.null)


def tables() -> list[Model]:
    """The models of a person's rows, those that stand on others first, the person's own row last."""
    keys = links()
    ordered: list[Model] = []

    def visit(model: Model, under: tuple[Model, ...]) -> None:
        if model in ordered or model in under:
            return
        for link in sorted(keys, key=lambda one: one.model._meta.db_table):
            if link.target is model:
                visit(link.model, (*under, model))
        ordered.append(model)

    roots: list[Model] = [*(apps.get_model(label) for label in sorted(FOUND_BY)), Client]
    for model in roots:
        visit(model, ())
    return ordered


def unresolved() -> list[str]:
    """Labels of a person's models whose declaration cannot be computed; empty when all is well."""
    return [model._meta.label for model in tables() if not _resolves(model)]


def _resolves(model: Model) -> bool:
    found = _declared(model)
    if found is None or not found.is_computable:
        return False
    if found.with_owner:
        return any(link.target._meta.label == found.with_owner for link in links_from(model))
    return found.counted_from == EVENT or found.counted_from in STARTS


def _declared(model: Model) -> Retention | None:
    """A row that only links two others goes with the one that holds the link."""
    found = declared_retention()[model]
    holder: Any = model._meta.auto_created
    if found is None or not holder:
        return found
    return Retention(
        found.owner, found.ground, found.period, found.shred, with_owner=holder._meta.label
    )


def links_from(model: Model) -> list[Link]:
    return [link for link in links() if link.model is model and link.target is not model]


def mine(model: Model, alias: str = "t") -> str:
    """SQL: the row is of the person. By the keys that are always there, if there are any; the shortest way."""
    if model is Client:
        return f"{alias}.id = ANY (v_who)"
    if model._meta.label_lower in FOUND_BY:
        return FOUND_BY[model._meta.label_lower].replace("t.", f"{alias}.")
    keys = links_from(model)
    direct = [link for link in keys if link.target is Client]
    if direct:
        return " OR ".join(f"{alias}.{link.column} = ANY (v_who)" for link in direct)
    by = min(keys, key=lambda link: (link.is_optional, _distance(link.target), link.column))
    inner = f"{alias}{len(alias)}"
    return (
        f"{alias}.{by.column} IN (SELECT {inner}.{key(by.target)} FROM {table(by.target)} {inner}"
        f" WHERE {mine(by.target, inner)})"
    )


def _distance(model: Model) -> int:
    if model is Client or model._meta.label_lower in FOUND_BY:
        return 0
    return 1 + min(
        (_distance(link.target) for link in links_from(model) if not link.is_optional), default=5
    )


def due(model: Model, alias: str = "t") -> str:
    """SQL: the row's years are over on `v_day`."""
    found = _declared(model)
    if found is None or not _resolves(model):
        raise Unresolved(model._meta.label)
    if found.with_owner:
        by = next(one for one in links_from(model) if one.target._meta.label == found.with_owner)
        inner = f"{alias}{len(alias)}"
        return (
            f"EXISTS (SELECT 1 FROM {table(by.target)} {inner}"
            f" WHERE {inner}.{key(by.target)} = {alias}.{by.column} AND {due(by.target, inner)})"
        )
    is_own_day = found.counted_from == EVENT
    begun = f"{alias}.{_column(model, found.event)}" if is_own_day else f"v_{found.counted_from}"
    if found.replaced_by:
        before, day = (_column(model, name) for name in found.replaced_by)
        newer = f"SELECT n.{day} FROM {table(model)} n WHERE n.{before} = {alias}.{key(model)}"
        begun = f"coalesce(({newer})::date, {begun})"
    return f"({begun}::date + interval '{found.years} years')::date <= v_day"


def nothing_stays_on(model: Model, among: Collection[Model]) -> str:
    """SQL: no row of these tables that stays stands on the row."""
    others = [
        f"NOT EXISTS (SELECT 1 FROM {table(link.model)} c WHERE c.{link.column} = t.{key(model)})"
        for link in links()
        if link.target is model and link.model is not model and link.model in among
    ]
    own = [
        f"NOT EXISTS (SELECT 1 FROM {table(model)} c"
        f" WHERE c.{link.column} = t.{key(model)} AND ({due(model, 'c')}) IS NOT TRUE)"
        for link in _keys_of(model)
        if link.target is model and link.column != _version_before(model)
    ]
    return " AND ".join([*others, *own]) or "true"


def _version_before(model: Model) -> str:
    """The column by which a version knows the one before; that one goes by its own years, and first."""
    found = _declared(model)
    return _column(model, found.replaced_by[0]) if found and found.replaced_by else ""


def table(model: Model) -> str:
    return f'"{model._meta.db_table}"'


def key(model: Model) -> str:
    return str(model._meta.pk.column)


def _column(model: Model, name: str) -> str:
    return next(str(field.column) for field in model._meta.concrete_fields if field.name == name)
