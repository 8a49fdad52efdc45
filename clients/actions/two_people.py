"""What is in force until two people end it: one asks and says why, another confirms or keeps it in force."""

from __future__ import annotations

from typing import Any

from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models.ended_by_two import EndedByTwo
from paku.access.models import User
from paku.kit.refusals import Refused


def ask(row: EndedByTwo, *, why: str, by: User) -> None:
    """The first of the two. The row stays in force until the second confirms."""
    waiting = _in_force(row).filter(removal_asked_by=None)
    if not waiting.update(removal_asked_by=by, removal_reason=why):
        raise _changed_meanwhile()


def confirm(row: EndedByTwo, *, by: User) -> None:
    """The second of the two, who is never the first."""
    if row.removal_asked_by_id == by.pk:
        raise Refused(
            _("You asked for this yourself: somebody else confirms it."), code="same_person"
        )
    asked = _in_force(row).filter(removal_asked_by=row.removal_asked_by_id)
    if row.removal_asked_by_id is None or not asked.update(ended_by=by, ended_at=Now()):
        raise _changed_meanwhile()


def keep(row: EndedByTwo) -> None:
    """What was asked for does not happen."""
    asked = _in_force(row).exclude(removal_asked_by=None)
    if not asked.update(removal_asked_by=None, removal_reason=""):
        raise _changed_meanwhile()


def _in_force(row: Any) -> Any:
    return type(row).objects.in_force().filter(pk=row.pk)


def _changed_meanwhile() -> Refused:
    return Refused(
        _("Somebody has decided on this meanwhile. Look at the list again."),
        code="decided_meanwhile",
        status=409,
    )
