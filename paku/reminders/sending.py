"""One sweep: everything due becomes a notice, and in the morning of a working day one mail for each worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from django.db import connection

from paku.kit.dates import HELSINKI, is_working_day
from paku.reminders import gate
from paku.reminders.mailing import send_waiting
from paku.reminders.models import Heartbeat
from paku.reminders.planning import plan_digests, write_notices

MORNING = time(7, 30)
HEARTBEAT = "reminders"


@dataclass(frozen=True, slots=True)
class Swept:
    """What one sweep did: new notices, mails that went."""

    notices: int
    mails: int


def sweep(now: datetime | None = None) -> Swept:
    """Safe at any time, twice, by any number at once. `now` (aware) is the database's clock unless told otherwise.

    Leases and retries always go by the database's clock: `now` only decides which day it is and whether it is morning.
    """
    moment = (now or _now()).astimezone(HELSINKI)
    today, mails = moment.date(), 0
    notices = write_notices(today)
    Heartbeat.objects.beat(HEARTBEAT)
    if is_mail_time(moment) and not gate.is_closed():
        plan_digests(today)
        mails = send_waiting(today)
    Heartbeat.objects.beat(HEARTBEAT)
    return Swept(notices=notices, mails=mails)


def is_mail_time(moment: datetime) -> bool:
    """From half past seven in Finland on a working day; a mail that failed on Friday evening waits for Monday."""
    here = moment.astimezone(HELSINKI)
    return is_working_day(here.date()) and here.time() >= MORNING


def _now() -> datetime:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        found: datetime = cursor.fetchone()[0]
        return found
