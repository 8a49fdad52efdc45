"""Days on which a service comes to a place: promised as a rule, kept as days, cancelled one by one."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.models import Municipality
from network.deeds import Deed
from network.models import PopUpDay, PopUpSeries, Service
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused


@transaction.atomic(savepoint=False)
def tell_days(
    *, service: Service, municipality: Municipality, place: str, opens_at: time, closes_at: time,
    rhythm: str, every: int, weekday: int, nths: list[int], since: date, until: date, by: User,
) -> PopUpSeries:  # fmt: skip
    """Every day of the rule becomes a row at once; one that is listed already stays as it is."""
    series = PopUpSeries(
        service=service, municipality=municipality, place=place, opens_at=opens_at, closes_at=closes_at,
        rhythm=rhythm, every=every, weekday=weekday, nths=nths, since=since, until=until,
    )  # fmt: skip
    days = series.dates()
    if not days:
        raise Refused(_("No day of this kind comes between these two days."), code="no_day")
    series.save()
    same: dict[str, Any] = {
        "service": service,
        "series": series,
        "municipality": municipality,
        "place": place,
    }
    rows = [PopUpDay(on=day, opens_at=opens_at, closes_at=closes_at, **same) for day in days]
    PopUpDay.objects.bulk_create(rows, ignore_conflicts=True)
    record(Deed.POP_UPS_TOLD, series, by=by, details={"days": len(days)})
    return series


@transaction.atomic(savepoint=False)
def end_series(*, series: PopUpSeries, last_on: date, by: User) -> None:
    """Days after `last_on` go; those before it stay, for somebody was there. The same end again changes nothing."""
    gone, _rows = series.days.filter(on__gt=last_on).delete()
    if last_on < series.until:
        series.until = max(last_on, series.since)
        series.save(update_fields=["until"])
        record(Deed.POP_UPS_ENDED, series, by=by, details={"days": gone})


@transaction.atomic(savepoint=False)
def cancel_day(*, day: PopUpDay, why: str, by: User) -> None:
    """The day stays in the list, crossed out: somebody may have been told to come."""
    found = PopUpDay.objects.filter(pk=day.pk, is_cancelled=False)
    if found.update(is_cancelled=True, why_cancelled=why):
        record(Deed.POP_UP_CANCELLED, day, by=by)


@transaction.atomic(savepoint=False)
def hold_day(*, day: PopUpDay, by: User) -> None:
    """It is held after all."""
    if PopUpDay.objects.filter(pk=day.pk, is_cancelled=True).update(
        is_cancelled=False, why_cancelled=""
    ):
        record(Deed.POP_UP_HELD, day, by=by)
