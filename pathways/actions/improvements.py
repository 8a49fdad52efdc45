"""Agreeing on improvements, and lifting what worked into the good practices. Nothing here is of a person."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from pathways.deeds import Deed
from pathways.models import GoodPractice, Improvement, ThisWorked

MEANWHILE = _("Somebody else has changed this meanwhile. Look at how it is now.")
LIFTED = _("This has been lifted into the good practices already.")


@transaction.atomic(savepoint=False)
def agree_improvement(*, by: User, **told: Any) -> Improvement:
    """A problem with an owner and a day."""
    made: Improvement = Improvement.objects.create(by=by, **told)
    record(Deed.IMPROVEMENT_WRITTEN, made, by=by)
    return made


@transaction.atomic(savepoint=False)
def change_improvement(*, improvement: Improvement, seen: int, by: User, **told: Any) -> None:
    """`seen`: the version that was looked at."""
    row = Improvement.objects.filter(pk=improvement.pk, version=seen)
    if not row.update(version=seen + 1, **told):
        raise Refused(MEANWHILE, code="improvement_changed", status=409)
    record(Deed.IMPROVEMENT_CHANGED, improvement, by=by, details={"state": told["state"]})


@transaction.atomic(savepoint=False)
def lift(
    *,
    mark: ThisWorked,
    by: User,
    practice: GoodPractice | None = None,
    what: str = "",
    how: str = "",
) -> GoodPractice:
    """Once for each mark: into a practice that is there, or into a new one in other words than the mark's."""
    into = practice or GoodPractice.objects.create(what=what, how=how, by=by)
    if not ThisWorked.objects.filter(pk=mark.pk, practice=None).update(practice=into):
        raise Refused(LIFTED, code="mark_lifted", status=409)
    client = mark.client
    record(Deed.PRACTICE_LIFTED, mark, by=by, client=client.ref if client else None)
    return into


@transaction.atomic(savepoint=False)
def change_practice(
    *, practice: GoodPractice, seen: int, what: str, how: str, is_off: bool, by: User
) -> None:
    """`seen`: the version that was looked at. Off the list it stays behind its marks, and may come back."""
    row = GoodPractice.objects.filter(pk=practice.pk, version=seen)
    if not row.update(version=seen + 1, what=what, how=how, is_off=is_off):
        raise Refused(MEANWHILE, code="practice_changed", status=409)
    record(Deed.PRACTICE_CHANGED, practice, by=by, details={"off": is_off})
