"""The nights that are over are looked at; then people answer and judge."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Max
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from paku.audit.record import record
from paku.kit.dates import HELSINKI
from paku.kit.refusals import Refused
from pathways.deeds import Deed
from pathways.models.alarm import Alarm, AlarmNight, AlarmState
from pathways.models.unrelated import raise_alarms

# a request that began before midnight has written its entry by then
NIGHT_IS_OVER = timedelta(hours=2)
FIRST_LOOK = timedelta(days=7)
GONE_ON = _("This has been decided meanwhile.")


def look(day: date, today: date) -> int:
    """Look at one day, once: the row of the night and its alarms stand or fall together. How many alarms were new."""
    with transaction.atomic():
        night, is_new = AlarmNight.objects.get_or_create(day=day)
        if not is_new:
            return 0
        night.openings, night.raised = raise_alarms(day, today)
        night.save(update_fields=["openings", "raised"])
        return night.raised


def catch_up(moment: datetime | None = None) -> int:
    """Every day that is over and has not been looked at, the oldest first; how many days that were. An hour's ring, or
    the first after a week of silence, comes to the same."""
    today = ((moment or _now()) - NIGHT_IS_OVER).astimezone(HELSINKI).date()
    last = AlarmNight.objects.aggregate(last=Max("day"))["last"]
    day, looked = (last or today - FIRST_LOOK) + timedelta(days=1), 0
    while day < today:
        look(day, today)
        day, looked = day + timedelta(days=1), looked + 1
    return looked


@transaction.atomic(savepoint=False)
def explain(*, alarm: Alarm, explanation: str, today: date, by: Any) -> None:
    """The worker's answer; late is better than never, until somebody has decided."""
    asked = Alarm.objects.asked_of(by).filter(pk=alarm.pk, state=AlarmState.ASKED)
    changed = asked.update(state=AlarmState.EXPLAINED, explanation=explanation, explained_at=Now())
    _change(changed, Deed.ALARM_EXPLAINED, alarm, by)


@transaction.atomic(savepoint=False)
def decide(*, alarm: Alarm, verdict: str, decision: str, today: date, by: Any) -> None:
    """The supervisor accepts the explanation, or the lack of one, or passes it on to the privacy officer."""
    judged = Alarm.objects.reviewed_by(by).for_supervisor(today).filter(pk=alarm.pk)
    changed = judged.update(state=verdict, decision=decision, decided_by=by, decided_at=Now())
    _change(changed, Deed.ALARM_DECIDED, alarm, by, verdict)


@transaction.atomic(savepoint=False)
def settle(*, alarm: Alarm, verdict: str, settlement: str, today: date, by: Any) -> None:
    """The privacy officer's conclusion: whether there was a ground."""
    judged = Alarm.objects.reviewed_by(by).for_officer(today).filter(pk=alarm.pk)
    changed = judged.update(state=verdict, settlement=settlement, settled_by=by, settled_at=Now())
    _change(changed, Deed.ALARM_SETTLED, alarm, by, verdict)


def _change(changed: int, deed: str, alarm: Alarm, by: Any, verdict: str = "") -> None:
    """Refused when somebody else was quicker; else on the trail."""
    if not changed:
        raise Refused(GONE_ON, code="alarm_decided", status=409)
    refs = [alarm.client_ref] if alarm.client_ref else []
    details = {"rule": alarm.rule, "verdict": verdict} if verdict else {"rule": alarm.rule}
    record(deed, alarm, by=by, clients=refs, purpose="supervision", details=details)


def _now() -> datetime:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        found: datetime = cursor.fetchone()[0]
        return found
