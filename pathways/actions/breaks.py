"""Marking what is in the way, that it is over, and what worked; of a path, or of the area without a person."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.refusals import NotYours, Refused
from pathways.deeds import Deed
from pathways.models import BreakKind, PathBreak, Pathway, ThisWorked
from pathways.models.sighting import Sighting

NO_PLACE = {"municipality": None, "village": None}


@transaction.atomic(savepoint=False)
def mark_break(
    *, path: Pathway | None, kind: BreakKind, since: date, by: User, **told: Any
) -> PathBreak:
    """`path` None: an observation of the area. The stage is that in which the path was when it began."""
    if path is not None and not path.is_open:
        raise Refused(
            _("The path has ended: a break can be marked only on an open path."), code="path_ended"
        )
    marked = PathBreak.objects.create(
        kind=kind,
        since=since,
        stage=_stage_on(path, since),
        author=by,
        **_where(path, by),
        **_kept(path, told),
    )
    _tell(Deed.BREAK_MARKED, marked, by, {"kind": kind.code})
    return marked


@transaction.atomic(savepoint=False)
def end_break(
    *, path_break: PathBreak, until: date, by: User, what_helped: str = "", is_mistake: bool = False
) -> None:
    """Over on a day, once; or marked by mistake, and then counted nowhere."""
    changed = PathBreak.objects.filter(pk=path_break.pk, until=None).update(
        until=until, what_helped=what_helped, is_mistake=is_mistake, over_by=by
    )
    if not changed:
        raise Refused(
            _("Somebody has already marked this as over."), code="break_is_over", status=409
        )
    deed = Deed.BREAK_MISTAKEN if is_mistake else Deed.BREAK_OVER
    _tell(deed, path_break, by, {"kind": path_break.kind.code})


@transaction.atomic(savepoint=False)
def mark_worked(*, path: Pathway | None, what: str, on: date, by: User, **told: Any) -> ThisWorked:
    """What worked on the path, or in the area. Of an ended path too: it is often seen afterwards."""
    marked = ThisWorked.objects.create(
        what=what, on=on, author=by, **_where(path, by), **_kept(path, told)
    )
    _tell(Deed.WORKED_MARKED, marked, by, {})
    return marked


def _where(path: Pathway | None, by: User) -> dict[str, Any]:
    """The path, or the team that saw it."""
    if path is not None:
        return {"path": path}
    teams = by.teams_where(May.MARK_BREAK)
    if not teams:
        raise NotYours(_("Observations of the area are written down by the workers of a team."))
    return {"team_id": teams[0]}


def _kept(path: Pathway | None, told: dict[str, Any]) -> dict[str, Any]:
    """With turvakielto no place, whatever was sent."""
    return told | NO_PLACE if path is not None and path.client.is_protected else told


def _stage_on(path: Pathway | None, day: date) -> str:
    """Empty for the area, and before the path was opened: then the person was outside services.

    Whoever leads the workers does not see the moves: then the stage of today stands for an earlier one.
    """
    if path is None or day < path.opened_on:
        return ""
    if day >= path.stage_since:
        return path.stage
    last = path.moves.filter(on__lte=day).order_by("on", "pk").last()
    return last.stage if last else path.stage


def _tell(deed: str, seen: Sighting, by: User, details: dict[str, str]) -> None:
    client = seen.client
    record(deed, seen, by=by, client=client.ref if client else None, details=details)
