"""Opening a path and moving it. One private mover locks, checks, writes, records."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.models import CareRelationship
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from pathways.actions.leaving import leave
from pathways.deeds import Deed
from pathways.models import Pathway, StageMove
from pathways.models.stage import Stage


class WrongTurn(Refused):
    """The map has no such move from here."""

    def __init__(self, path: Pathway, to: str) -> None:
        sentence = _("From “%(here)s” the path cannot move to “%(there)s”.")
        super().__init__(
            sentence % {"here": path.rung.label, "there": Stage(to).label}, code="wrong_turn"
        )


@transaction.atomic(savepoint=False)
def open_path(
    *,
    care: CareRelationship,
    stage: str,
    on: date,
    matter: str,
    by: User,
    how_began: str = "",
    why: str = "",
    follows: Pathway | None = None,
) -> Pathway:
    """Open the care relationship's one path at its first stage. `follows`: the ended one that it goes on from."""
    path = Pathway.objects.create(
        care=care,
        client=care.client,
        matter=matter,
        how_began=how_began,
        opened_on=on,
        stage=stage,
        stage_since=on,
        follows=follows,
    )
    StageMove.objects.create(path=path, stage=stage, on=on, why=why, carried_by=by.name, by=by)
    record(Deed.PATH_OPENED, path, by=by, client=care.client.ref, details={"stage": stage})
    return path


class MovedMeanwhile(Refused):
    """Thought out from another stage than the path now stands at: not made, even where the map would allow it."""

    def __init__(self, path: Pathway) -> None:
        sentence = _(
            "The path has been moved meanwhile: it is now at “%(here)s”. What you wrote is below."
        )
        super().__init__(sentence % {"here": path.rung.label}, code="moved_meanwhile", status=409)


@transaction.atomic(savepoint=False)
def move_path(
    *,
    path: Pathway,
    to: str,
    on: date,
    why: str,
    what_next: str,
    carried_by: str,
    by: User,
    seen: str = "",
) -> StageMove:
    """Any move the map allows, forwards or back. Refused otherwise (WrongTurn), when dated before the last, or when
    the path no longer stands at the stage that was `seen` (MovedMeanwhile)."""
    path = Pathway.objects.select_for_update(of=["self"]).select_related("client").get(pk=path.pk)
    if not path.may_become(to):
        raise WrongTurn(path, to)
    if seen and seen != path.stage:
        raise MovedMeanwhile(path)
    if on < path.stage_since:
        raise Refused(_("The move cannot be dated before the previous one."), code="move_too_early")
    leave(path=path, to=to, on=on, by=by)
    move = StageMove.objects.create(
        path=path, stage=to, on=on, why=why, what_next=what_next, carried_by=carried_by, by=by
    )
    Pathway.objects.filter(pk=path.pk).update(stage=to, stage_since=on)
    record(
        Deed.PATH_MOVED, path, by=by, client=path.client.ref, details={"from": path.stage, "to": to}
    )
    return move
