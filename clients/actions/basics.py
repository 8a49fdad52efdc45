"""Correcting what intake left thin: names, place, languages, advice, and how the person is reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from clients.actions.advice import keep_advice
from clients.actions.names import keep_earlier
from clients.actions.protection import lift, protect
from clients.actions.pseudonyms import numbered, refuse_real_names
from clients.deeds import Deed
from clients.models import Client, ContactPoint
from clients.models.client import Interpreting, Language
from clients.models.contact import ContactKind
from paku.access.models import User
from paku.audit.record import record
from paku.kit.dates import finnish_date
from paku.kit.phones import shown_phone
from paku.kit.refusals import Stale

LABELS = {
    "last_name": _("Last name"),
    "first_names": _("First names"),
    "nickname": _("Called"),
    "born_on": _("Date of birth"),
    "died_on": _("Date of death"),
    "municipality": _("Municipality"),
    "village": _("Village"),
    "mother_tongue": _("Mother tongue"),
    "contact_language": _("Contact language"),
    "needs_interpreter": _("Needs an interpreter"),
    "interpreter_language": _("Language of the interpreter"),
    "interpreter_form": _("How the interpreter takes part"),
    "needs_plain_language": _("Needs plain language"),
    "advice": _("How to be with me"),
    "is_protected": _("Non-disclosure for personal safety"),
}
CONTACTS = "contacts"  # how the trail names the ways to reach the person


@dataclass(frozen=True, slots=True)
class Reach:
    """One way to reach the person; a phone number is E.164."""

    kind: str
    value: str
    note: str = ""

    @classmethod
    def of(cls, point: ContactPoint) -> Reach:
        return cls(point.kind, point.value, point.note)

    def __str__(self) -> str:
        return " · ".join(part for part in (self.shown, self.note) if part)

    @property
    def shown(self) -> str:
        """As one reads it aloud."""
        return shown_phone(self.value) if self.kind == ContactKind.PHONE else self.value


@transaction.atomic(savepoint=False)
def edit_basics(
    *,
    client: Client,
    seen_version: int,
    contacts: Sequence[Reach] | None,
    by: User,
    on: date,
    **told: Any,
) -> Client:
    """Write what changed; the trail gets the names of the fields and no values.

    `contacts` is None, and no place is told, when these are behind the click (turvakielto).
    Stale when somebody has saved other basic data after this person opened the form.
    """
    refuse_real_names(client.pseudonymous_team, told, client)
    if client.running_number and told.get("nickname"):
        told["nickname"] = numbered(told["nickname"], client.running_number)
    points = list(client.contact_points.all()) if contacts is not None else []
    changed = [name for name, value in told.items() if value != getattr(client, name)]
    has_new_contacts = contacts is not None and list(map(Reach.of, points)) != list(contacts)
    if not changed and not has_new_contacts:
        return client
    fields = {name: told[name] for name in changed if name != "is_protected"}
    same = Client.objects.filter(pk=client.pk, version=seen_version)
    if not same.update(version=F("version") + 1, **fields):
        _refuse_as_stale(client, told, contacts or ())
    if "advice" in changed:
        keep_advice(client=client, text=told["advice"], said_on=on, by=by)
    keep_earlier(client=client, told=fields, by=by)
    if has_new_contacts:
        keep_contacts(client, points, contacts or ())
    if "is_protected" in changed:
        (protect if told["is_protected"] else lift)(client=client, by=by)
    names = [*changed, *([CONTACTS] if has_new_contacts else [])]
    record(Deed.CLIENT_EDITED, client, by=by, client=client.ref, details={"fields": names})
    return client


def keep_contacts(client: Client, points: list[ContactPoint], contacts: Sequence[Reach]) -> None:
    """Rows in their order become what was told: changed in place, those left over removed, new ones added."""
    for point, told in zip(points, contacts, strict=False):
        if Reach.of(point) != told:
            point.kind, point.value, point.note = told.kind, told.value, told.note
            point.save(update_fields=["kind", "value", "note"])
    left_over = [point.pk for point in points[len(contacts) :]]
    if left_over:
        ContactPoint.objects.filter(pk__in=left_over).delete()
    ContactPoint.objects.bulk_create(
        ContactPoint(client=client, kind=told.kind, value=told.value, note=told.note)
        for told in contacts[len(points) :]
    )


def _refuse_as_stale(client: Client, told: dict[str, Any], contacts: Sequence[Reach]) -> None:
    now = Client.objects.select_related("municipality", "village").get(pk=client.pk)
    points = now.contact_points.all()
    raise Stale(
        _("Somebody has saved other basic data meanwhile."),
        mine=as_text({name: getattr(client, name) for name in LABELS} | told, contacts),
        theirs=as_text({name: getattr(now, name) for name in LABELS}, map(Reach.of, points)),
    )


def as_text(told: Mapping[str, Any], contacts: Any, labels: Mapping[str, Any] = LABELS) -> str:
    """A line for each field, to be read beside another version of the same."""
    lines = [f"{label}: {_said(name, told.get(name))}" for name, label in labels.items()]
    return "\n".join([*lines, *map(str, contacts)])


def _said(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return _now("yes") if value else _now("no")
    if isinstance(value, date):
        return finnish_date(value)
    if name in ("mother_tongue", "contact_language") and value:
        return str(Language(value).label)
    if name == "interpreter_form" and value:
        return str(Interpreting(value).label)
    return str(value or "")
