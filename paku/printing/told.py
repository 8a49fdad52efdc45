"""One value of a row said twice: for a machine (`value`), and in words where those are other than it (`text`)."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.db.models import Model
from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

Told = dict[str, Any]

LABELS: dict[str, Any] = {
    "at": gettext_lazy("written down"),
    "logged_at": gettext_lazy("written down"),
    "created_at": gettext_lazy("written down"),
    "written_at": gettext_lazy("written down"),
    "by": gettext_lazy("written by"),
    "author": gettext_lazy("written by"),
    "written_by": gettext_lazy("written by"),
    "heard_by": gettext_lazy("heard by"),
    "worker": gettext_lazy("worker"),
    "since": gettext_lazy("since"),
    "until": gettext_lazy("until"),
    "ended_on": gettext_lazy("ended on"),
    "opened_on": gettext_lazy("opened on"),
    "municipality": gettext_lazy("municipality"),
    "village": gettext_lazy("village"),
    "started_at": gettext_lazy("begun"),
    "ready_role": gettext_lazy("in which task"),
}


def label_of(model: type[Model], name: str) -> Any:
    """The field's own name in people's words, or the one that all such fields have."""
    if name in LABELS:
        return LABELS[name]
    return getattr(model._meta.get_field(name), "verbose_name", name)


def said(thing: Any, name: str = "") -> Told:
    """A plain value, or the field `name` of a row."""
    if not name:
        return _plain(thing)
    value = getattr(thing, name)
    if shown := _choice(thing, name, value):
        return {"value": _of_choice(value), "text": shown}
    return _plain(value)


def _choice(row: Any, name: str, value: Any) -> Any:
    """Its words, where the field has a list of choices."""
    field = row._meta.get_field(name)
    if isinstance(value, list):
        words = dict(getattr(getattr(field, "base_field", None), "flatchoices", ()))
        return [str(words.get(one, one)) for one in value] if words and value else ""
    return str(dict(field.flatchoices).get(value, "")) if getattr(field, "choices", None) else ""


def _of_choice(value: Any) -> Any:
    return value if isinstance(value, bool | int | list) else str(value)


def _plain(value: Any) -> Told:
    match value:
        case bool():
            return {"value": value, "text": _("yes") if value else _("no")}
        case Decimal():
            return {"value": float(value), "text": str(number_format(value))}
        case date() | time():
            return _moment(value)
        case list() | tuple():
            return {"value": [str(one) for one in value]}
        case Model():
            return {"value": _called(value)}
    return {"value": value if value is None or isinstance(value, int | float) else str(value)}


def _moment(value: date | time) -> Told:
    """As ISO 8601, instants with the offset of Helsinki."""
    if isinstance(value, datetime):
        local = localtime(value)
        return {"value": local.isoformat(timespec="seconds"), "text": date_format(local, "j.n.Y H.i")}  # fmt: skip
    if isinstance(value, date):
        return {"value": value.isoformat(), "text": date_format(value, "j.n.Y")}
    return {"value": value.isoformat("minutes"), "text": date_format(value, "H.i")}  # type: ignore[arg-type]


def _called(row: Any) -> str:
    """A worker by name and title; anything else as it calls itself."""
    return ", ".join(filter(None, (str(row), str(getattr(row, "title", "") or ""))))
