"""Long lists in pages that stay fast at any depth: keyset, one statement, no COUNT, no OFFSET.

    page(clients, order=[(FinnishSort("name"), "asc"), ("pk", "asc")], after=query.after)

The cursor names the row before the page by its sort keys. A sort key may be a person's name, and an
address may never hold one, so cursors are encrypted (and thereby signed); a cursor that is forged,
made for another list, or beyond which nothing is left gives the first page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, Generic, Literal, TypeVar

from django.db.models import Expression, F, Model, Q, QuerySet

from paku.kit.cursors import read_cursor, written_cursor

Row = TypeVar("Row", bound=Model)
Direction = Literal["asc", "desc"]
Order = Sequence[tuple[str | Expression, Direction]]


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Rows in their order, and the cursors of the pages behind (`older`) and before (`newer`),
    if any.
    """

    rows: list[Row]
    older: str | None
    newer: str | None


def page(queryset: QuerySet[Row], *, order: Order, after: str = "", size: int = 25) -> Page[Row]:
    """The `size` rows after the cursor. `order` must end in a unique key, such as `("pk", "asc")`.

    Empty keys (NULL) stand where PostgreSQL puts them: last going up, first going down.
    """
    names = [f"page_key_{place}" for place in range(len(order))]
    keyed = queryset.annotate(
        **{name: _expression(key) for name, (key, _way) in zip(names, order, strict=True)}
    )
    purpose = f"{queryset.model._meta.label}:{[(str(key), way) for key, way in order]}"
    place = read_cursor(after, purpose=purpose, length=len(order))
    backwards = place is not None and place.backwards
    ways = [_turned(way) if backwards else way for _key, way in order]
    if place is not None:
        keyed = keyed.filter(_beyond(names, ways, place.values))
    ordered = keyed.order_by(
        *(
            F(name).asc() if way == "asc" else F(name).desc()
            for name, way in zip(names, ways, strict=True)
        )
    )
    rows = list(ordered[: size + 1])
    if place is not None and not rows:  # what stood there has gone since: no blind alley
        return page(queryset, order=order, size=size)
    more, rows = len(rows) > size, rows[:size]
    if backwards:
        rows.reverse()

    def cursor(row: Row, *, back: bool) -> str:
        return written_cursor([getattr(row, name) for name in names], back, purpose=purpose)

    has_older, has_newer = (True, more) if backwards else (more, place is not None)
    return Page(
        rows,
        older=cursor(rows[-1], back=False) if rows and has_older else None,
        newer=cursor(rows[0], back=True) if rows and has_newer else None,
    )


def _expression(key: str | Expression) -> Any:
    return F(key) if isinstance(key, str) else key


def _turned(way: Direction) -> Direction:
    return "desc" if way == "asc" else "asc"


def _beyond(names: list[str], ways: list[Direction], values: list[Any]) -> Q:
    """Rows that come after `values`: greater in the first key, or equal there and greater in the
    next …

    The first key's bound is said once more on its own, so that its index is used.
    """
    steps = []
    same = Q()
    for name, way, value in zip(names, ways, values, strict=True):
        further = _further(name, way, value)
        if further is not None:
            steps.append(same & further)
        same &= Q(**{f"{name}__isnull": True}) if value is None else Q(**{name: value})
    found = reduce(or_, steps) if steps else Q(pk__in=[])
    return _not_before(names[0], ways[0], values[0]) & found


def _further(name: str, way: Direction, value: Any) -> Q | None:
    """Strictly beyond the value; None where nothing is. NULL counts as greater than any value."""
    empty = Q(**{f"{name}__isnull": True})
    if value is None:
        return ~empty if way == "desc" else None
    return Q(**{f"{name}__gt": value}) | empty if way == "asc" else Q(**{f"{name}__lt": value})


def _not_before(name: str, way: Direction, value: Any) -> Q:
    if value is None:
        return Q() if way == "desc" else Q(**{f"{name}__isnull": True})
    if way == "desc":
        return Q(**{f"{name}__lte": value})
    return Q(**{f"{name}__gte": value}) | Q(**{f"{name}__isnull": True})
