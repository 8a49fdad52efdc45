"""The client asked for something that has a time limit: the clock starts; it ends when it was held, or otherwise."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from paku.reminders.models import Clock
from pathways.deeds import Deed
from pathways.models import ClockRun, Pathway
from pathways.models.clock_run import URGENT, Outcome


@transaction.atomic(savepoint=False)
def start_clock(
    *, path: Pathway, clock: Clock, started_on: date, by: User, words: str = ""
) -> ClockRun:
    """The day by which it is to be held is reckoned once, by the clock that was in force when it was asked for."""
    if not path.is_open:
        raise Refused(_("The path has ended: no clock is started on it."), code="path_ended")
    due_on = clock.term.last_day(started_on)
    if due_on is None:
        raise Refused(_("This clock has no number of days."), code="clock_without_days")
    try:
        with transaction.atomic():
            run = ClockRun.objects.create(
                path=path, clock=clock, code=clock.code, started_on=started_on, due_on=due_on,
                words=words, author=by,
            )  # fmt: skip
    except IntegrityError:
        raise Refused(
            _("This clock already runs on the path: end it first."), code="clock_runs", status=409
        ) from None
    _tell(Deed.CLOCK_STARTED, run, by)
    return run


@transaction.atomic(savepoint=False)
def mark_urgent(*, path: Pathway, on: date, by: User) -> ClockRun | None:
    """The need was ticked as urgent where the person came in: its clock runs from that day (SHL 36 § 1). None when it
    runs already, or when the list of clocks has none."""
    clock = Clock.objects.on(on).filter(code=URGENT).order_by("since", "pk").last()
    if clock is None or ClockRun.objects.on_path(path).filter(code=URGENT, ended_on=None).exists():
        return None
    return start_clock(path=path, clock=clock, started_on=on, by=by)


@transaction.atomic(savepoint=False)
def end_clock(
    *, run: ClockRun, ended_on: date, outcome: str, by: User, end_words: str = ""
) -> None:
    """Once; whoever comes second is told so. The end of the path has ended it already."""
    _must_go_on(run.path)
    changed = ClockRun.objects.filter(pk=run.pk, ended_on=None).update(
        ended_on=ended_on, outcome=outcome, end_words=end_words, ended_by=by
    )
    if not changed:
        raise Refused(_("Somebody has already ended this."), code="clock_is_over", status=409)
    _tell(Deed.CLOCK_ENDED, run, by)


@transaction.atomic(savepoint=False)
def assessed_elsewhere(*, path: Pathway, clock: Clock, ended_on: date, by: User) -> None:
    """The assessment is in the official system: nobody is reminded of it on this path. Twice is the same as once."""
    _must_go_on(path)
    if ClockRun.objects.on_path(path).filter(outcome=Outcome.ELSEWHERE).exists():
        return
    run = ClockRun.objects.create(
        path=path, clock=clock, code=clock.code, started_on=path.opened_on, ended_on=ended_on, author=by, ended_by=by,
        due_on=clock.term.last_day(path.opened_on) or path.opened_on, outcome=Outcome.ELSEWHERE,
    )  # fmt: skip
    _tell(Deed.CLOCK_ENDED, run, by)


def _must_go_on(path: Pathway) -> None:
    if not path.is_open:
        raise Refused(_("The path has ended already."), code="path_ended", status=409)


def _tell(deed: str, run: ClockRun, by: User) -> None:
    record(deed, run, by=by, client=run.path.client.ref, details={"clock": run.code})
