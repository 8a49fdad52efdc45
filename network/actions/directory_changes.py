"""Who is in the directory and how they are reached: one asks for a change, another agrees, and only then it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models import Municipality
from network.deeds import Deed
from network.directory.entries import GONE, MODELS, PLACES, as_it_stands, entry_of, target_of
from network.models import ContactPerson, DirectoryChange, Organisation, Service
from network.models.directory_change import ChangeOutcome, Target
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import NotYours, Refused

CHANGED = _("This has changed since it was asked for. Send it back and ask anew.")


@transaction.atomic(savepoint=False)
def ask_new(
    *, target: Target, told: Mapping[str, Any], by: User, organisation: Organisation | None = None
) -> DirectoryChange:
    """A new organisation, or a service or a contact person of `organisation`."""
    return _asked(
        DirectoryChange(target=target, organisation=organisation, told=dict(told), asked_by=by)
    )


@transaction.atomic(savepoint=False)
def ask_change(
    *, entry: Organisation | Service | ContactPerson, told: Mapping[str, Any], by: User
) -> DirectoryChange:
    """Other words for what stands; refused when nothing is another, or when a change of it waits already (409)."""
    before = as_it_stands(entry)
    if all(before.get(name, False) == value for name, value in told.items()):
        raise Refused(_("Nothing is different from what stands there now."), code="same")
    change = DirectoryChange(
        target=target_of(entry), before=before, told=dict(told), asked_by=by,
        organisation=entry if isinstance(entry, Organisation) else entry.organisation,
        service=entry if isinstance(entry, Service) else None,
        contact_person=entry if isinstance(entry, ContactPerson) else None,
    )  # fmt: skip
    return _asked(change)


@transaction.atomic(savepoint=False)
def agree(*, change: DirectoryChange, by: User, today: date) -> None:
    """By another than the one who asked. A second send of the same changes nothing."""
    change, is_open = _taken(change, ChangeOutcome.AGREED, by)
    if not is_open:
        return
    _not_the_asker(change, by)
    entry = entry_of(change)
    if entry is not None and as_it_stands(entry) != change.before:
        raise Refused(CHANGED, code="changed", status=409)
    try:
        with transaction.atomic():
            _write(change, entry, today)
    except IntegrityError:
        raise Refused(
            _("There is one of this name already. Send this back."), code="named_twice", status=409
        ) from None
    _close(change, ChangeOutcome.AGREED, by)
    record(Deed.CHANGE_AGREED, change, by=by, details=_codes(change))


@transaction.atomic(savepoint=False)
def decline(*, change: DirectoryChange, why: str, by: User) -> None:
    """By another than the one who asked, who is told why."""
    change, is_open = _taken(change, ChangeOutcome.DECLINED, by)
    if is_open:
        _not_the_asker(change, by)
        _close(change, ChangeOutcome.DECLINED, by, reason=why)
        record(Deed.CHANGE_DECLINED, change, by=by, details=_codes(change))


@transaction.atomic(savepoint=False)
def withdraw(*, change: DirectoryChange, by: User) -> None:
    """By the one who asked."""
    change, is_open = _taken(change, ChangeOutcome.WITHDRAWN, by)
    if is_open:
        if by.pk != change.asked_by_id:
            raise NotYours(
                _("Only the one who asked takes the request back."), code="not_the_asker"
            )
        _close(change, ChangeOutcome.WITHDRAWN, by)
        record(Deed.CHANGE_WITHDRAWN, change, by=by, details=_codes(change))


def _asked(change: DirectoryChange) -> DirectoryChange:
    try:
        with transaction.atomic():
            change.save(force_insert=True)
    except IntegrityError:
        raise Refused(
            _("A change of this waits for its second person already. It is decided first."),
            code="waits", status=409,
        ) from None  # fmt: skip
    record(Deed.CHANGE_ASKED, change, by=change.asked_by, details=_codes(change))
    return change


def _write(change: DirectoryChange, entry: Any, today: date) -> None:
    """The row as it was asked for; of a queue that is told anew, the day too."""
    if change.told.get(GONE):
        entry.delete()
        return
    fields = {name: value for name, value in change.told.items() if name not in (PLACES, GONE)}
    if entry is None:
        entry = MODELS[change.target]()
        if change.target != Target.ORGANISATION:
            entry.organisation = change.organisation
    if change.told.get("usual_wait_days") != change.before.get("usual_wait_days"):
        entry.wait_told_on = today
    for name, value in fields.items():
        setattr(entry, name, value)
    entry.save()
    if PLACES in change.told:
        entry.municipalities.set(Municipality.objects.filter(code__in=change.told[PLACES]))


def _taken(change: DirectoryChange, outcome: str, by: User) -> tuple[DirectoryChange, bool]:
    """The row held until the end; False when this very decision has been made, refused when another has."""
    rows = DirectoryChange.objects.with_all().select_for_update(of=["self"])
    now = rows.get(pk=change.pk)
    if now.outcome and (now.outcome, now.decided_by_id) != (outcome, by.pk):
        raise Refused(_("This has already been decided."), code="decided", status=409)
    return now, not now.outcome


def _not_the_asker(change: DirectoryChange, by: User) -> None:
    if by.pk == change.asked_by_id:
        raise NotYours(
            _("You asked for this yourself: somebody else looks at it and decides."),
            code="second_person",
        )


def _close(change: DirectoryChange, outcome: str, by: User, *, reason: str = "") -> None:
    rows = DirectoryChange.objects.filter(pk=change.pk)
    rows.update(outcome=outcome, decided_by=by, decided_at=Now(), reason=reason)


def _codes(change: DirectoryChange) -> dict[str, str]:
    return {"target": str(change.target), "asked_by": str(change.asked_by.ref)}
