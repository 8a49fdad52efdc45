"""Agreeing on who does what, and asking for a situation report by a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.models import Assignment, Substitute
from clients.models.assignment import Part
from paku.access.models import User
from paku.audit.record import record
from paku.kit.dates import finnish_date
from paku.kit.refusals import Refused, Stale
from pathways.deeds import Deed
from pathways.models import Pair, Pathway

BESIDE = (Part.PAIR, Part.NEAR_WORKER)
PATH_ENDED = _("The path has ended: pair work goes on only on an open path.")


def must_go_on(path: Pathway) -> None:
    """Raise Refused when the path has ended."""
    if not path.is_open:
        raise Refused(PATH_ENDED, code="path_ended")


def minders(path: Pathway, today: date) -> set[int]:
    """Keys of the own worker and of today's substitutes; one statement."""
    standing_in = Substitute.objects.on(today).filter(care=path.care_id)
    own_worker = path.care.own_worker_id
    return {*standing_in.values_list("worker", flat=True), *([own_worker] if own_worker else [])}


def must_walk_beside(
    path: Pathway, worker: User, today: date, parts: Sequence[str] = BESIDE
) -> None:
    """Raise Refused when the worker is not, or not any more, named for this person in one of the parts."""
    named = Assignment.objects.on(today).filter(care=path.care_id, worker=worker)
    if not named.filter(part__in=parts).exists():
        raise Refused(
            _("This worker does not walk beside the person any more."),
            code="not_beside",
            status=409,
        )


@transaction.atomic(savepoint=False)
def agree(
    *,
    path: Pathway,
    partner: User,
    worker_duties: str,
    partner_duties: str,
    on: date,
    by: User,
    report_weeks: int | None = None,
    report_due_on: date | None = None,
    seen: Sequence[str] | None = None,
) -> Pair:
    """From `on` the new agreement holds; the former one with the same partner ends and stays readable.

    `seen`: refs of the agreements that the sheet knew of; Stale when another with the partner holds by now.
    """
    must_go_on(path)
    must_walk_beside(path, partner, on)
    Pathway.objects.select_for_update(of=["self"]).order_by().get(pk=path.pk)
    former = Pair.objects.filter(path=path, partner=partner, until=None)
    now = former.order_by("-pk").first()
    if now and seen is not None and str(now.ref) not in seen:
        raise Stale(
            _("Somebody has agreed anew on who does what meanwhile."),
            mine=f"{worker_duties}\n{partner_duties}",
            theirs=f"{now.worker_duties}\n{now.partner_duties}",
        )
    former.update(until=on)
    if report_weeks and report_due_on is None:
        report_due_on = on + timedelta(weeks=report_weeks)
    pair: Pair = Pair.objects.create(
        path=path,
        worker=path.care.own_worker or by,
        partner=partner,
        worker_duties=worker_duties,
        partner_duties=partner_duties,
        report_weeks=report_weeks,
        report_due_on=report_due_on,
        since=on,
        by=by,
    )
    details = {"weeks": report_weeks} if report_weeks else {}
    record(Deed.PAIR_AGREED, pair, by=by, client=path.client.ref, details=details)
    return pair


@transaction.atomic(savepoint=False)
def ask_for_report(*, pair: Pair, by_day: date, seen: str, today: date, by: User) -> None:
    """The next report is due by that day, whatever the rhythm says; the rhythm goes on from it.

    `seen`: the day that the sheet knew of (`due_as_seen`); Stale when it is another by now.
    """
    must_go_on(pair.path)
    must_walk_beside(pair.path, pair.partner, today, (Part.NEAR_WORKER,))
    standing = Pair.objects.select_for_update(of=["self"]).order_by()
    now = standing.filter(pk=pair.pk, until=None).first()
    if now is None:
        raise Refused(
            _("This agreement has been replaced by a newer one."), code="pair_ended", status=409
        )
    if seen and now.report_due_on != by_day and now.due_as_seen != seen:
        due = now.report_due_on
        raise Stale(
            _("The day of the next report has been changed meanwhile."),
            mine=finnish_date(by_day),
            theirs=finnish_date(due) if due else str(_("no day")),
        )
    now.report_due_on = by_day
    now.save(update_fields=["report_due_on"])
    record(Deed.REPORT_ASKED_FOR, pair, by=by, client=pair.path.client.ref)


def report_came(*, path: Pathway, author: User, on: date) -> None:
    """Moves the next report on by the rhythm; what was asked for once has come."""
    for pair in Pair.objects.filter(path=path, partner=author, until=None):
        weeks = pair.report_weeks
        due_on = on + timedelta(weeks=weeks) if weeks else None
        Pair.objects.filter(pk=pair.pk).update(report_due_on=due_on)
