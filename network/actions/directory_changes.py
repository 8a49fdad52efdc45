"""Who is in the directory and how they are reached: one asks for a change, another agrees, and only then it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clients.models import Municipality
from network.deeds import Deed
from network.directory.endings import ENDING, as_held
from network.directory.entries import (
    GONE,
    MODELS,
    PLACES,
    as_it_stands,
    entry_of,
    target_of,
    with_old_name,
)
from network.directory.seconds import second_persons
from network.models import ContactPerson, DirectoryChange, Organisation, Service
from network.models.directory_change import TOLD_AGAIN_AFTER, ChangeOutcome, Target
from network.notices.directory import CHANGE_AGREED, CHANGE_DECLINED, CHANGE_STILL, CHANGE_WAITS
from paku.access.models import User
from paku.audit.record import record
from paku.kit.one_answer import still_waiting
from paku.kit.refusals import NotYours, Refused
from paku.reminders.actions.notices import tell

CHANGED = _("This has changed since it was asked for. Send it back and ask anew.")


@transaction.atomic(savepoint=False)
def ask_new(
    *, target: Target, told: Mapping[str, Any], by: User, today: date, organisation: Organisation | None = None
) -> DirectoryChange:  # fmt: skip
    """A new organisation, or a service or a contact person of `organisation`."""
    change = DirectoryChange(target=target, organisation=organisation, told=dict(told), asked_by=by)
    return _asked(change, today)


@transaction.atomic(savepoint=False)
def ask_change(
    *, entry: Organisation | Service | ContactPerson, told: Mapping[str, Any], by: User, today: date
) -> DirectoryChange:
    """Other words for what stands; refused when nothing is another, or when a change of it waits already (409)."""
    before = as_it_stands(entry)
    told = _with_old_name(before, told)
    if all(before.get(name, False) == value for name, value in told.items()):
        raise Refused(_("Nothing is different from what stands there now."), code="same")
    change = DirectoryChange(
        target=target_of(entry), before=before, told=dict(told), asked_by=by,
        organisation=entry if isinstance(entry, Organisation) else entry.organisation,
        service=entry if isinstance(entry, Service) else None,
        contact_person=entry if isinstance(entry, ContactPerson) else None,
    )  # fmt: skip
    return _asked(change, today)


@transaction.atomic(savepoint=False)
def agree(*, change: DirectoryChange, by: User, today: date) -> None:
    """By another than the one who asked. A second send of the same changes nothing."""
    now = _waiting(change, ChangeOutcome.AGREED, by)
    if now is None:
        return
    _not_the_asker(now, by)
    entry = entry_of(now)
    if entry is not None and _has_changed(entry, now.before):
        raise Refused(CHANGED, code="changed", status=409)
    try:
        with transaction.atomic():
            _write(now, entry, today)
    except IntegrityError:
        raise Refused(
            _("There is one of this name already. Send this back."), code="named_twice", status=409
        ) from None
    _close(now, ChangeOutcome.AGREED, by)
    record(Deed.CHANGE_AGREED, now, by=by, details=_codes(now))
    tell(CHANGE_AGREED, now.ref, to=[now.asked_by_id], today=today)


@transaction.atomic(savepoint=False)
def decline(*, change: DirectoryChange, why: str, by: User, today: date) -> None:
    """By another than the one who asked, who is told why."""
    now = _waiting(change, ChangeOutcome.DECLINED, by)
    if now is not None:
        _not_the_asker(now, by)
        _close(now, ChangeOutcome.DECLINED, by, reason=why)
        record(Deed.CHANGE_DECLINED, now, by=by, details=_codes(now))
        tell(CHANGE_DECLINED, now.ref, to=[now.asked_by_id], today=today)


@transaction.atomic(savepoint=False)
def withdraw(*, change: DirectoryChange, by: User) -> None:
    """By the one who asked."""
    now = _waiting(change, ChangeOutcome.WITHDRAWN, by)
    if now is not None:
        if by.pk != now.asked_by_id:
            raise NotYours(
                _("Only the one who asked takes the request back."), code="not_the_asker"
            )
        _close(now, ChangeOutcome.WITHDRAWN, by)
        record(Deed.CHANGE_WITHDRAWN, now, by=by, details=_codes(now))


def tell_again(today: date) -> int:
    """What has waited for two weeks is told once more, and to its asker too; it goes on waiting. How many there are."""
    late = DirectoryChange.objects.waiting().asked_before(timezone.now() - TOLD_AGAIN_AFTER)
    for change in late:
        seconds = second_persons(but=change.asked_by_id).values_list("pk", flat=True)
        tell(CHANGE_STILL, change.ref, to=[*seconds, change.asked_by_id], today=today)
    return len(late)


def _asked(change: DirectoryChange, today: date) -> DirectoryChange:
    """Those who may be the second are told at once."""
    try:
        with transaction.atomic():
            change.save(force_insert=True)
    except IntegrityError:
        raise Refused(
            _("A change of this waits for its second person already. It is decided first."),
            code="waits", status=409,
        ) from None  # fmt: skip
    record(Deed.CHANGE_ASKED, change, by=change.asked_by, details=_codes(change))
    seconds = second_persons(but=change.asked_by_id).values_list("pk", flat=True)
    tell(CHANGE_WAITS, change.ref, to=seconds, today=today)
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
    wait = change.before.get("usual_wait_days")
    if change.told.get("usual_wait_days", wait) != wait:
        entry.wait_told_on = today
    for name, value in fields.items():
        setattr(entry, name, as_held(name, value) if name in ENDING else value)
    entry.save()
    if PLACES in change.told:
        entry.municipalities.set(Municipality.objects.filter(code__in=change.told[PLACES]))


def _with_old_name(before: Mapping[str, Any], told: Mapping[str, Any]) -> Mapping[str, Any]:
    """Whoever gets a new name is found by the old one too."""
    if "former_names" not in told or "name" not in told:
        return told
    former = with_old_name(told["former_names"], before["name"], told["name"])
    return {**told, "former_names": former}


def _has_changed(entry: Any, before: Mapping[str, Any]) -> bool:
    """In what was looked at when the change was asked for."""
    now = as_it_stands(entry)
    return any(now.get(name) != value for name, value in before.items())


def _waiting(change: DirectoryChange, outcome: str, by: User) -> DirectoryChange | None:
    rows = DirectoryChange.objects.with_all()
    now: DirectoryChange | None = still_waiting(rows, change, outcome, by=by)
    return now


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
