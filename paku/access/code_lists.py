"""Code lists that the main user changes in the product. Rooms register theirs in `code_lists.py` (`paku` knows none).

    code_list("themes", "pathways.OutreachTheme", _("Themes of outreach"), _("What people talk about."))

A row is never rewritten: a change is a new row from a day, and the one before ends the day before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps
from django.urls import reverse
from django.utils.functional import Promise

from paku.kit.dated import Code

CLOCKS = "clocks"  # stands at an address of its own: /set-up/clocks/


@dataclass(frozen=True)
class CodeList:
    """`form`: dotted path of the form, where the rows have columns of their own; `about`: the template that shows
    them; `bound`: the columns that stay with the code when all else changes."""

    slug: str
    model_name: str
    title: str | Promise
    told: str | Promise
    form: str = ""
    about: str = ""
    bound: tuple[str, ...] = ()
    grows: bool = True

    @property
    def model(self) -> Any:
        return apps.get_model(self.model_name)

    @property
    def url(self) -> str:
        return reverse("access:code-list", args=[self.slug])


@dataclass
class Line:
    """One code: the row in force, those to come (the soonest first), those that have been (the newest first)."""

    code: str
    now: Any = None
    coming: list[Any] = field(default_factory=list)
    past: list[Any] = field(default_factory=list)

    @property
    def row(self) -> Code:
        """By which the code is called today."""
        return self.now or (self.coming or self.past)[0]

    @property
    def is_over(self) -> bool:
        return self.now is None and not self.coming


_lists: dict[str, CodeList] = {}


def code_list(slug: str, model_name: str, title: Any, told: Any, **more: Any) -> CodeList:
    """Register; the same slug again takes the place of the first."""
    _lists[slug] = CodeList(slug, model_name, title, told, **more)
    return _lists[slug]


def known_lists() -> list[CodeList]:
    """Clocks first, the others by their title in the language in force."""
    return sorted(_lists.values(), key=lambda one: (one.slug != CLOCKS, str(one.title)))


def known_list(slug: str) -> CodeList | None:
    return _lists.get(slug)


def lines(rows: Iterable[Any], today: date) -> list[Line]:
    """The rows by their codes, in the list's own order; what has ended stands last."""
    found: dict[str, Line] = {}
    for row in sorted(rows, key=lambda one: (one.since, one.pk)):
        line = found.setdefault(row.code, Line(row.code))
        if row.since > today:
            line.coming.append(row)
        elif row.holds_on(today):
            line.now = row
        else:
            line.past.insert(0, row)
    return sorted(found.values(), key=lambda line: (line.is_over, line.row.order, line.code))
