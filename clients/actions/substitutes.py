"""Who answers for the own worker between two days: named, given other days, ended. One at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.actions.care import substitute
from clients.actions.exclusions import must_not_be_shut_out
from clients.deeds import Deed
from clients.models import CareRelationship, Substitute
from clients.notices import SUBSTITUTE
from paku.access.models import User
from paku.audit.record import record
from paku.kit.dates import finnish_date
from paku.kit.refusals import Refused, Stale
from paku.reminders.actions.notices import tell


@transaction.atomic(savepoint=False)
def name_substitute(
    *, care: CareRelationship, worker: User, since: date, until: date, by: User, today: date
) -> Substitute:
    """Refused while somebody else stands in on any of the days, or if the worker is shut out of the file."""
    _held(care)
    _nobody_else_then(care, since, until)
    must_not_be_shut_out(care.client, worker)
    row = substitute(care=care, worker=worker, since=since, until=until, by=by)
    tell(SUBSTITUTE, row.ref, to={worker.pk} - {by.pk}, today=today)
    return row


def seen_of(row: Substitute) -> str:
    """What a sheet remembers of the days that it showed."""
    return f"{row.since}/{row.until}"


@transaction.atomic(savepoint=False)
def change_days(
    *, row: Substitute, since: date, until: date, by: User, today: date, seen: str = ""
) -> None:
    """What has begun keeps its first day. Stale when the days are not those that were `seen` any more."""
    _held(row.care)
    now: Any = _not_over(row, today)
    if seen and seen != seen_of(now):
        raise Stale(
            _("Somebody has changed these days meanwhile."),
            mine=f"{finnish_date(since)}–{finnish_date(until)}",
            theirs=f"{finnish_date(now.since)}–{finnish_date(now.until)}",
        )
    _nobody_else_then(row.care, since, until, but=row.pk)
    first = since if now.since > today else now.since
    Substitute.objects.filter(pk=row.pk).update(since=first, until=until)
    _record(Deed.SUBSTITUTE_CHANGED, row, by, until)


@transaction.atomic(savepoint=False)
def end_substitute(*, row: Substitute, by: User, today: date) -> None:
    """Today is the last day; what has not begun never begins."""
    _held(row.care)
    now = _not_over(row, today)
    if now.since > today:
        Substitute.objects.filter(pk=row.pk).delete()
    else:
        Substitute.objects.filter(pk=row.pk).update(until=today)
    _record(Deed.SUBSTITUTE_ENDED, row, by, today)


def _held(care: CareRelationship) -> None:
    """Two who name at the same moment wait for one another."""
    held = CareRelationship.objects.open().select_for_update(of=["self"]).filter(pk=care.pk)
    if not held.exists():
        raise Refused(_("The care relationship has ended already."), code="care_ended", status=409)


def _nobody_else_then(
    care: CareRelationship, since: date, until: date, *, but: int | None = None
) -> None:
    there: Any = Substitute.objects.filter(care=care, since__lte=until, until__gte=since)
    other = there.exclude(pk=but).select_related("worker").first()
    if other is not None:
        sentence = _("%(name)s stands in %(since)s–%(until)s. Change those days first.")
        told = {
            "name": other.worker.name,
            "since": finnish_date(other.since),
            "until": finnish_date(other.until),
        }
        raise Refused(sentence % told, code="two_substitutes")


def _not_over(row: Substitute, today: date) -> Substitute:
    now = Substitute.objects.not_over(today).filter(pk=row.pk).first()
    if now is None:
        raise Refused(_("This has already ended."), code="ended_already", status=409)
    return now


def _record(deed: str, row: Substitute, by: User, until: date) -> None:
    record(
        deed,
        row.care,
        by=by,
        client=row.care.client.ref,
        details={"worker": str(row.worker.ref), "until": until.isoformat()},
    )
