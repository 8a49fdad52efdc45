"""Asking who leads the team that somebody walks beside a person, or does so no more; declined, taken back, fallen.

The agreement itself is in `pathways.actions.beside`: it names.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.actions.beside import held, must_fit
from clients.models import Assignment, CareRelationship
from paku.access.models import User
from paku.audit.record import record
from paku.kit.one_answer import still_waiting
from paku.kit.refusals import NotYours, Refused
from paku.reminders.actions.notices import tell
from pathways.deeds import Deed
from pathways.models import AskedNaming
from pathways.models.asked_naming import NamingOutcome
from pathways.models.leading import leaders_of
from pathways.notices.namings import ANSWERED, ASKED


@transaction.atomic(savepoint=False)
def ask_naming(
    *,
    care: CareRelationship,
    worker: User,
    part: str,
    since: date,
    until: date | None,
    why: str,
    by: User,
    today: date,
) -> AskedNaming:
    """Refused where the naming itself would be, and while another request about the worker waits."""
    must_fit(care=care, worker=worker, since=since, until=until)
    days: dict[str, Any] = {"since": since, "until": until}
    return _ask(care, worker, by, today, part=part, why=why, **days)


@transaction.atomic(savepoint=False)
def ask_end(*, row: Assignment, why: str, by: User, today: date) -> AskedNaming:
    """Until it is answered the file stays open to the worker."""
    held(row.care)
    if not Assignment.objects.not_over(today).filter(pk=row.pk).exists():
        raise Refused(_("This has already ended."), code="ended_already", status=409)
    days: dict[str, Any] = {"since": row.since, "until": row.until}
    return _ask(row.care, row.worker, by, today, part=row.part, why=why, ending=row.ref, **days)


@transaction.atomic(savepoint=False)
def decline(*, asked: AskedNaming, answer: str, by: User, today: date) -> None:
    """With a sentence; all stays as it was. A second send changes nothing."""
    now = take(asked, NamingOutcome.DECLINED, by)
    if now is None:
        return
    only_the_second(now, by)
    close(now, NamingOutcome.DECLINED, by=by, answer=answer)
    log(Deed.NAMING_DECLINED, now, by)
    tell(ANSWERED, now.ref, to={now.asked_by_id}, today=today)


@transaction.atomic(savepoint=False)
def withdraw(*, asked: AskedNaming, by: User) -> None:
    """By the one who asked."""
    now = take(asked, NamingOutcome.WITHDRAWN, by)
    if now is None:
        return
    if now.asked_by_id != by.pk:
        raise NotYours(_("Only the one who asked takes the request back."), code="not_the_asker")
    close(now, NamingOutcome.WITHDRAWN, by=by)
    log(Deed.NAMING_WITHDRAWN, now, by)


def let_fall(*, care: CareRelationship, by: User, today: date, **which: Any) -> None:
    """What waits of the care relationship (of a worker in it) has been done otherwise; who asked is told."""
    held(care)
    for asked in AskedNaming.objects.waiting().filter(care=care, **which):
        close(asked, NamingOutcome.FELL, by=by)
        tell(ANSWERED, asked.ref, to={asked.asked_by_id} - {by.pk}, today=today)


def take(asked: AskedNaming, outcome: str, by: User) -> AskedNaming | None:
    """Held until the end, as it is now; None when this very answer has been given."""
    rows = AskedNaming.objects.select_related("care__client", "worker", "asked_by")
    now: AskedNaming | None = still_waiting(rows, asked, outcome, by=by)
    return now


def only_the_second(asked: AskedNaming, by: User) -> None:
    if not asked.may_decide(by):
        raise NotYours(_("Another person than the one who asked decides."), code="second_person")


def close(asked: AskedNaming, outcome: str, *, by: User, answer: str = "") -> None:
    AskedNaming.objects.filter(pk=asked.pk).update(
        outcome=outcome, decided_by=by, decided_at=Now(), answer=answer
    )


def log(deed: str, asked: AskedNaming, by: User) -> None:
    """Refs and codes only: why stays on the page."""
    record(
        deed, asked, by=by, client=asked.care.client.ref,
        details={
            "worker": str(asked.worker.ref), "part": asked.part, "asked_by": str(asked.asked_by.ref),
            "ends": asked.ends,
        },
    )  # fmt: skip


def _ask(
    care: CareRelationship, worker: User, by: User, today: date, **told: Any
) -> AskedNaming:  # fmt: skip
    asked = AskedNaming(client=care.client, care=care, worker=worker, asked_by=by, **told)
    try:
        with transaction.atomic():
            asked.save(force_insert=True)
    except IntegrityError:
        sentence = _("It has been asked about %(name)s already, and that waits for an answer.")
        raise Refused(sentence % {"name": worker.name}, code="asked_already", status=409) from None
    log(Deed.NAMING_ASKED, asked, by)
    tell(ASKED, asked.ref, to=leaders_of(care.team, today) - {by.pk}, today=today)
    return asked
