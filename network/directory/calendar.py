"""The pop-up days as a calendar that any phone subscribes to. What is in it hangs on the notice board too."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from network.models import PopUpDay
from paku.kit.icalendar import Event, in_finland, written

BEHIND = timedelta(days=30)
MOST = 1000


def calendar(*, today: date, at: datetime, municipality: str = "", service: str = "") -> bytes:
    """Of all places, of a municipality (its code) or of one service (its ref); one statement."""
    found = PopUpDay.objects.while_it_is_there().filter(on__gte=today - BEHIND)
    if municipality:
        found = found.filter(municipality__code=municipality)
    if service:
        found = found.filter(service__ref=service)
    days = found.select_related("service__organisation", "municipality")[:MOST]
    return written(_("Pop-up days of services"), _events(days), at=at)


def _events(days: Iterable[PopUpDay]) -> Iterable[Event]:
    for day in days:
        yield Event(
            uid=f"{day.ref}@paku",
            starts_at=in_finland(day.on, day.opens_at),
            ends_at=in_finland(day.on, day.closes_at),
            summary=f"{day.service.organisation}: {day.service}",
            location=f"{day.place}, {day.municipality}",
            description=day.why_cancelled,
            is_cancelled=day.is_cancelled,
        )
