"""One field of one form, how it is sent, and who sits at the desk."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse

from paku.kit.refusals import BadText
from paku.kit.text import NOTE_LIMIT, clean_text
from pathways.models import Pathway
from tests.desk import Desk
from tests.factories import PathFactory, today

FORM = "application/x-www-form-urlencoded"
Opened = tuple[str, dict[str, Any]]


def stays(desk: Desk, path: Pathway) -> Desk:
    """The own worker's door."""
    return desk


@dataclass(frozen=True)
class Door:
    """One field of one form: `open` gives the address and a good sheet, `stored` what became of the field.

    `seat` is the desk of whoever's form it is, once it has been opened: the own worker's unless told.
    `is_told`: the trail keeps the words too, for they are of no client.
    """

    name: str
    field: str
    open: Callable[[Pathway], Opened]
    stored: Callable[[Pathway], Any]
    guarded: tuple[str, ...] = ()
    limit: int = NOTE_LIMIT
    multiline: bool = True
    required: bool = True
    refused_signs: str = ""
    seat: Callable[[Desk, Pathway], Desk] = stays
    is_told: bool = False

    def __str__(self) -> str:
        return f"{self.name}.{self.field}"

    def send(self, desk: Desk, path: Pathway, value: str, **more: Any) -> HttpResponse:
        """A good sheet with `value` in the field."""
        address, fields = self.open(path)
        desk = self.seat(desk, path)
        return send(desk, address, {**fields, self.field: value}, guarded=self.guarded, **more)

    def keeps(self, value: str) -> str | None:
        """What the field may store of this, None where it must refuse: the one rule of the house for texts."""
        try:
            text = clean_text(value, multiline=self.multiline, limit=self.limit)
        except BadText:
            return None
        blocked = any(sign in text for sign in self.refused_signs)
        return None if blocked or (self.required and not text) else text


def send(
    desk: Desk,
    address: str,
    fields: dict[str, Any],
    *,
    guarded: tuple[str, ...] | None = None,
    **more: Any,
) -> HttpResponse:
    """As a browser sends it: line ends as CRLF, the end last; with `guarded`, as our scripts do: the length counted.

    Without it no length is told at all: a wrong one would be the reason of every refusal.
    """
    whole: dict[str, Any] = {"submission_id": uuid.uuid4(), **fields, "_end": "1"}
    if guarded is not None:
        texts = (str(fields.get(name, "")).replace("\r\n", "\n") for name in guarded)
        whole["text_len"] = sum(len(text.encode()) for text in texts)
    return desk.generic("POST", address, urlencode(whole, doseq=True), FORM, **more)


def newest(model: Any, name: str) -> Callable[[Pathway], Any]:
    return lambda path: getattr(model.objects.order_by("pk").last(), name)


def day() -> str:
    """Asked anew each time: a suite may run past midnight, and a step may not be due yesterday."""
    return f"{today():%d.%m.%Y}"


def a_desk(**fields: Any) -> tuple[Desk, Pathway]:
    """An own worker at their desk and a path of theirs, as every door needs it."""
    path = PathFactory(**fields)
    return Desk().sit(path.care.own_worker), path


def another_path(desk: Desk, path: Pathway) -> Pathway:
    """A fresh path of the same worker."""
    return PathFactory(care__own_worker=desk.user, care__team=path.care.team)
