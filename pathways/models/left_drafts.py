"""Visits that absent workers have left unfinished: who leads their team and the person's workers may know of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from clients.models import Substitute
from paku.access.can import can
from paku.access.models import User
from paku.access.rights import Verdict
from paku.access.roles import May
from paku.kit.today import Today
from paku.saving.models import Takeover
from paku.saving.models.takeover import Left, left_to
from pathways.models.pathway import Pathway

VISIT = "visit/"


@dataclass(frozen=True, slots=True)
class LeftDraft:
    """`receiver`: who would go on with it, None while nobody can; `waiting`: what has been asked already."""

    draft: Left
    path: Any
    receiver: User | None
    waiting: Takeover | None


def left_drafts(lead: User, *, path: Pathway | None = None) -> list[LeftDraft]:
    """Of all persons, or of one path; four statements whatever their number, one when nothing is left."""
    found = [one for one in left_to(lead) if one.key.startswith(VISIT)]
    if path is not None:
        found = [one for one in found if one.key == f"{VISIT}{path.ref}"]
    if not found:
        return []
    paths = _open_to(lead, {one.key.removeprefix(VISIT) for one in found})
    standing_in = _substitutes(paths.values())
    asked = Takeover.objects.waiting().with_people().filter(form__in={one.form for one in found})
    waiting = {(one.author_id, one.form): one for one in asked}
    return [
        LeftDraft(one, of, _receiver(one, of, lead, standing_in), waiting.get((one.author_id, one.form)))
        for one in found
        if (of := paths.get(one.key.removeprefix(VISIT)))
    ]  # fmt: skip


def receiver_of(draft: Left, path: Any, lead: User) -> User | None:
    """The own worker, or who stands in for them today; never the author and never the one who asks."""
    return _receiver(draft, path, lead, _substitutes([path]))


def _receiver(draft: Left, path: Any, lead: User, standing_in: dict[int, User]) -> User | None:
    for one in (path.care.own_worker, standing_in.get(path.care_id)):
        if one and one.is_active and one.pk not in (draft.author_id, lead.pk):
            return one
    return None


def _open_to(lead: User, refs: set[str]) -> dict[str, Any]:
    """Open paths of persons whose workers the user leads."""
    found = Pathway.objects.open().known_to(lead).with_people().filter(ref__in=refs)
    allowed = (
        one
        for one in found
        if can(lead, May.TAKE_OVER_DRAFT, one.relations) is Verdict.SECOND_PERSON
    )
    return {str(one.ref): one for one in allowed}


def _substitutes(paths: Any) -> dict[int, User]:
    cares = [one.care_id for one in paths]
    live = Substitute.objects.on(Today()).filter(care__in=cares)
    return {one.care_id: one.worker for one in live.select_related("worker").order_by("-pk")}
