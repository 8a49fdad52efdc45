"""Who a partner is and how they are reached, field by field: as it stands, as it is asked to be, and in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from clients.models import Municipality
from network.directory import endings
from network.models import ContactPerson, DirectoryChange, Organisation, Service
from network.models.directory_change import Target
from paku.kit.dates import finnish_date
from paku.kit.folding import folded
from paku.kit.phones import shown_phone

FIELDS = {
    Target.ORGANISATION: ("name", "kind", "former_names", "phone"),
    Target.SERVICE: (
        "name", "kind", "about", "former_names", "phone", "opening", "usual_wait_days", "is_remote_possible",
        "needs_digital_identity", "needs_identity", "makes_home_visits", "is_digi_help", "has_meals",
        "has_peer_support", "ride_help",
    ),
    Target.CONTACT_PERSON: ("name", "title", "phone"),
}  # fmt: skip
MODELS: dict[str, Any] = {
    Target.ORGANISATION: Organisation,
    Target.SERVICE: Service,
    Target.CONTACT_PERSON: ContactPerson,
}
SAID: Mapping[str, Callable[[Any], str]] = {
    "phone": shown_phone,
    "usual_wait_days": lambda days: _("%(n)s days") % {"n": days},
    "ended_on": lambda day: finnish_date(date.fromisoformat(day)),
    "next_organisation": lambda ref: endings.named("next_organisation", ref),
    "next_service": lambda ref: endings.named("next_service", ref),
}
PLACES, GONE = "municipalities", "is_gone"
MOST_FORMER = 300


@dataclass(frozen=True, slots=True)
class Line:
    """One field that would be another: what it is called, what stands there, what would."""

    label: str
    before: str
    after: str


def target_of(entry: Organisation | Service | ContactPerson) -> Target:
    return next(Target(target) for target, model in MODELS.items() if isinstance(entry, model))


def as_it_stands(entry: Organisation | Service | ContactPerson) -> dict[str, Any]:
    """By field, as JSON holds it; of a service its municipalities by code; of what may end, its ending."""
    target = target_of(entry)
    now = {name: getattr(entry, name) for name in FIELDS[target]}
    if not isinstance(entry, ContactPerson):
        now |= endings.as_told(entry)
    if isinstance(entry, Service):
        now[PLACES] = sorted(place.code for place in entry.municipalities.all())
    return now


def with_old_name(former: str, old: str, new: str) -> str:
    """The former names and the one that is left, the newest first; the oldest fall out when there is no room."""
    if not old or folded(old) == folded(new):
        return former
    names = [old, *(one.strip() for one in former.split(",") if one.strip())]
    kept = list(
        {folded(one): one for one in reversed(names) if folded(one) != folded(new)}.values()
    )
    kept.reverse()
    while len(", ".join(kept)) > MOST_FORMER:
        kept.pop()
    return ", ".join(kept)


def entry_of(change: DirectoryChange) -> Any:
    """The row that is to change; None for one that is to come in."""
    if not change.before:
        return None
    return getattr(change, change.target)


def lines(change: DirectoryChange) -> list[Line]:
    """What would be another than it was when it was asked for, in the order of the form."""
    places = {place.code: str(place) for place in Municipality.objects.all()}
    return list(_lines(change, places))


def _lines(change: DirectoryChange, places: Mapping[str, str]) -> Iterator[Line]:
    model = MODELS[change.target]
    for name, after in change.told.items():
        before = change.before.get(name)
        if after == before or (not change.before and after in ("", None, False, [])):
            continue
        label = {PLACES: _("serves the people of"), GONE: _("does not work there any more")}.get(
            name
        )
        label = label or str(model._meta.get_field(name).verbose_name)
        said = (_in_words(model, name, value, places) for value in (before, after))
        yield Line(capfirst(label), *said)


def _in_words(model: Any, name: str, value: Any, places: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value in (None, "", []):
        return _("not told")
    if name == PLACES:
        return ", ".join(sorted(places.get(code, code) for code in value))
    if say := SAID.get(name):
        return say(value)
    if name == "kind":
        return str(dict(model._meta.get_field("kind").choices).get(value, value))
    return str(value)
