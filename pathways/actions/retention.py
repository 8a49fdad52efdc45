"""The monthly lists of what is due, their two approvers, and the destruction: one transaction for each file."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.audit.record import record
from paku.kit.dates import today_from_database
from paku.kit.refusals import Refused
from pathways.deeds import Deed
from pathways.models import RetentionItem, RetentionRun

REFUSALS = {
    "same": (
        "same_person",
        _("You have approved this list already: somebody else is the second."),
    ),
    "decided": ("decided_already", _("Two people have approved this list already.")),
    "gone": ("list_gone", _("There is a newer list in the place of this one.")),
}


@transaction.atomic
def propose() -> int:
    """A list for each team of whose files something is due, once a month; how many lists were made.

    A list that nobody finished approving gives way to the new one, and with it the first approval.
    """
    today = today_from_database()
    month = today.replace(day=1)
    by_team: dict[int | None, list[RetentionItem]] = {}
    made = set(RetentionRun.objects.filter(month=month).values_list("team_id", flat=True))
    for ref, team, ended_on, died_on, counts in _due_files():
        if team not in made:
            item = RetentionItem(client_ref=ref, ended_on=ended_on, died_on=died_on, counts=counts)
            by_team.setdefault(team, []).append(item)
    for team, items in by_team.items():
        _make(team, items, month, today)
    return len(by_team)


def _due_files() -> list[tuple[UUID, int | None, date | None, date | None, dict[str, int]]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT client_ref, team_id, ended_on, died_on, counts::text FROM paku_due_files()"
        )
        return [(*row[:4], json.loads(row[4])) for row in cursor.fetchall()]


def _make(team: int | None, items: list[RetentionItem], month: date, today: date) -> None:
    RetentionRun.objects.unapproved().filter(team=team).delete()
    run = RetentionRun.objects.create(team_id=team, month=month, made_on=today)
    for item in items:
        item.run = run
    RetentionItem.objects.bulk_create(items)


@transaction.atomic(savepoint=False)
def approve(*, run: RetentionRun, by: User) -> str:
    """The first of the two, or the second: "first" or "second". Refused to the same person twice."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT paku_approve_destruction(%s, %s)", [run.pk, by.pk])
        answer: str = cursor.fetchone()[0]
    if answer in REFUSALS:
        code, sentence = REFUSALS[answer]
        raise Refused(sentence, code=code, status=409)
    details = {"approver": answer, "files": run.items.count()}
    record(Deed.DESTRUCTION_APPROVED, run, by=by, purpose="retention", details=details)
    return answer


def carry_out(run: RetentionRun) -> int:
    """What two have approved and is still due, file by file; how many files that were now.

    Killed in the middle, it has done some files whole and the others not at all; the next ring goes on from there.
    """
    number = 0
    for ref in list(run.items.values_list("client_ref", flat=True)):
        number += _destroy(run, ref)
    left = RetentionItem.objects.filter(run=run)
    RetentionRun.objects.to_carry_out().filter(pk=run.pk).exclude(pk__in=left.values("run")).update(
        done_at=Now()
    )
    return number


def carry_out_approved() -> int:
    """Every approved list that is not done; how many files."""
    return sum(carry_out(run) for run in RetentionRun.objects.to_carry_out().order_by("pk"))


@transaction.atomic
def _destroy(run: RetentionRun, ref: UUID) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT paku_destroy_file(%s, %s)::text", [run.pk, ref])
        answer: Any = cursor.fetchone()[0]
    went: dict[str, int] = json.loads(answer) if answer else {}
    if went:
        details = {"rows": sum(went.values())}
        record(Deed.DESTROYED, run, by=None, client=ref, purpose="retention", details=details)
    return 1 if went else 0
