"""Addresses' parameters, typed: what a page declares is read, all else is as if it were not there.

    class CaseloadQuery(Query):
        sort = choice("name", "overdue", default="overdue")
        after = cursor()

    query = CaseloadQuery(request.GET)
    query.sort                   # always "name" or "overdue", whatever the address says
    query.link(sort="name")      # "?sort=name": other parameters stay, the page starts again

Unknown, broken and repeated parameters never reach the database and never fail: they are ignored,
numbers are brought within their bounds.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Generic, Self, TypeVar, overload
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from paku.kit.refusals import BadText
from paku.kit.text import SEARCH_LIMIT, clean_text

T = TypeVar("T")
LONGEST = 2000


class Param(Generic[T]):
    """One declared parameter: how it is read (None = not usable) and what stands without it."""

    name: str

    def __init__(
        self, read: Callable[[str], T | None], default: T, *, starts_again: bool = False
    ) -> None:
        self.read = read
        self.default = default
        self.starts_again = starts_again

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, query: None, owner: type) -> Self: ...
    @overload
    def __get__(self, query: "Query", owner: type) -> T: ...
    def __get__(self, query: "Query | None", owner: type) -> "T | Self":
        return self if query is None else query.values.get(self.name, self.default)


class Query:
    """The parameters of one page, read from `request.GET`."""

    def __init__(self, sent: QueryDict | Mapping[str, str] | None = None) -> None:
        self.values: dict[str, Any] = {}
        for name, param in self.declared().items():
            value = _single(sent, name)
            read = None if value is None or len(value) > LONGEST else param.read(value)
            if read is not None:
                self.values[name] = read

    @classmethod
    def declared(cls) -> dict[str, Param[Any]]:
        """Every parameter of the page, in the order of declaration."""
        return {
            name: value
            for base in reversed(cls.__mro__)
            for name, value in vars(base).items()
            if isinstance(value, Param)
        }

    def link(self, **changes: Any) -> str:
        """`?a=b` with these changes; a change of anything but the cursor goes back to the first
        page.
        """
        declared = self.declared()
        unknown = changes.keys() - declared.keys()
        if unknown:
            raise TypeError(f"{type(self).__name__} has no parameter {', '.join(sorted(unknown))}")
        kept = {
            name: value for name, value in self.values.items() if not declared[name].starts_again
        }
        chosen = kept | changes
        sent = {
            name: _spelt(chosen[name])
            for name, param in declared.items()
            if name in chosen and chosen[name] not in (None, "", param.default)
        }
        return "?" + urlencode(sent)


def _single(sent: QueryDict | Mapping[str, str] | None, name: str) -> str | None:
    if sent is None:
        return None
    if isinstance(sent, QueryDict):
        values = sent.getlist(name)
        return values[0] if len(values) == 1 else None
    return sent.get(name)


def _spelt(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return value.isoformat() if isinstance(value, date) else str(value)


def choice(*allowed: str, default: str = "") -> Param[str]:
    """One of these words."""
    return Param(lambda raw: raw if raw in allowed else None, default)


def cursor() -> Param[str]:
    """A place in a keyset page; checked by `paku.kit.pages`, opaque here."""
    return Param(lambda raw: raw if raw.isascii() else None, "", starts_again=True)


def whole(low: int, high: int, *, default: int) -> Param[int]:
    """A whole number, brought within its bounds."""

    def read(raw: str) -> int | None:
        digits = raw.removeprefix("-")
        if not (digits.isascii() and digits.isdigit()):
            return None
        number = int(digits) if len(digits) <= 18 else 10**18
        return min(max(-number if raw.startswith("-") else number, low), high)

    return Param(read, default)


def flag() -> Param[bool]:
    """`1` or `0`."""
    return Param({"1": True, "0": False}.get, False)


def day() -> Param[date | None]:
    """A date as `2026-03-05`."""

    def read(raw: str) -> date | None:
        try:
            found = date.fromisoformat(raw) if len(raw) == 10 else None
        except ValueError:
            return None
        return found if found and 1900 <= found.year <= 2200 else None

    return Param(read, None)


def ref() -> Param[UUID | None]:
    """The public id of something."""

    def read(raw: str) -> UUID | None:
        try:
            return UUID(raw) if len(raw) == 36 else None
        except ValueError:
            return None

    return Param(read, None)


def words(*, limit: int = SEARCH_LIMIT) -> Param[str]:
    """A cleaned line. Never a client's name: those travel in a post's body."""

    def read(raw: str) -> str | None:
        try:
            return clean_text(raw, multiline=False, limit=limit)
        except BadText:
            return None

    return Param(read, "")
