"""The day of death of a person whose file is closed to everybody: from it the years of the basic data run."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from pathways.deeds import Deed

REFUSALS = {
    "gone": (_("This file is no longer yours to look after."), 409),
    "open": (_("The file has been opened anew: the day is written among the basic data."), 409),
    "changed": (_("Somebody has written another day meanwhile. Look at it first."), 409),
    "ahead": (_("The date of death lies in the future."), 422),
    "before_birth": (_("The date of death is before the date of birth."), 422),
}


@transaction.atomic(savepoint=False)
def write_death(*, file: UUID, died_on: date | None, seen: date | None, why: str, by: User) -> None:
    """`seen` is the day that stood on the sheet; no `died_on` takes away what was written by mistake.

    The database looks for itself whose the file is to look after and that it is closed. The reason is on the trail.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT paku_write_death(%s, %s, %s, %s)", [by.pk, file, died_on, seen])
        answer: str = cursor.fetchone()[0]
    if answer in REFUSALS:
        sentence, status = REFUSALS[answer]
        raise Refused(sentence, code=answer, status=status)
    details = {"taken_away": died_on is None, "corrected": seen is not None}
    record(Deed.DEATH_WRITTEN, by=by, client=file, purpose="retention", reason=why, details=details)
