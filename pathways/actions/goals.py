"""Goals: said, said anew, judged and closed. Nothing of it is overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from network.models import Member, Step
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused, Stale
from pathways.deeds import Deed
from pathways.models import Attainment, Goal, GoalStep, GoalText, Pathway
from pathways.models.goal_level import LEVELS

ENDED = _("The path has ended: goals are written on an open path.")
CLOSED = _("This goal has been closed meanwhile.")
WORDS = (
    "client_words",
    "worker_words",
    "agreed",
    *reversed(LEVELS.values()),
    "helps",
    "hinders",
)


@transaction.atomic(savepoint=False)
def write_goal(
    *,
    path: Pathway,
    owner: Member | None,
    since: date,
    by: User,
    steps: Sequence[Step] = (),
    **words: str,
) -> Goal:
    """`words`: any of WORDS. `owner` None: the person's own goal."""
    if not path.is_open:
        raise Refused(ENDED, code="path_ended")
    _of_the_same_person(path, owner, steps)
    goal = Goal.objects.create(path=path, owner=owner, since=since)
    GoalText.objects.create(goal=goal, author=by, **words)
    GoalStep.objects.bulk_create(GoalStep(goal=goal, step=step) for step in steps)
    _tell(Deed.GOAL_WRITTEN, goal, by, steps=len(steps))
    return goal


@transaction.atomic(savepoint=False)
def rewrite_goal(
    *,
    goal: Goal,
    owner: Member | None,
    since: date,
    seen_version: int,
    by: User,
    steps: Sequence[Step] = (),
    offered: Sequence[Step] = (),
    reason: str = "",
    **words: str,
) -> GoalText:
    """A new wording beside the old one. Stale when somebody worded it meanwhile; of the `offered` steps, `steps` lead
    to the goal from now on."""
    _of_the_same_person(goal.path, owner, steps)
    changed = Goal.objects.open().filter(pk=goal.pk, version=seen_version)
    if not changed.update(version=seen_version + 1, owner=owner, since=since):
        _refuse_second(goal, words)
    text = GoalText.objects.create(
        goal=goal, version=seen_version + 1, author=by, reason=reason, **words
    )
    dropped = [step for step in offered if step not in steps]
    GoalStep.objects.filter(goal=goal, step__in=dropped).delete()
    GoalStep.objects.bulk_create(
        (GoalStep(goal=goal, step=step) for step in steps), ignore_conflicts=True
    )
    _tell(Deed.GOAL_WORDED, goal, by, version=text.version)
    return text


@transaction.atomic(savepoint=False)
def judge_goal(
    *,
    goal: Goal,
    level: int,
    on: date,
    filled_with: str,
    seen_version: int,
    by: User,
    note: str = "",
) -> Attainment:
    """Where one is, by the sentences that were looked at. Stale when they have been worded anew meanwhile."""
    now = Goal.objects.select_for_update().get(pk=goal.pk)
    if not now.is_open:
        raise Refused(CLOSED, code="goal_closed", status=409)
    text = GoalText.objects.newest().get(goal=goal)
    if text.version != seen_version:
        seen = GoalText.objects.filter(goal=goal, version=seen_version).first() or text
        raise Stale(
            _("The levels of this goal have been worded anew meanwhile. Look at them again."),
            mine=seen.words_of(level),
            theirs="\n".join(rung.words for rung in text.rungs),
        )
    if not text.has_levels:
        raise Refused(_("The levels of this goal have not been written yet."), code="no_levels")
    made = Attainment.objects.create(
        goal=goal, text=text, level=level, on=on, filled_with=filled_with, note=note, by=by
    )
    _tell(Deed.GOAL_JUDGED, goal, by, filled_with=filled_with)
    return made


@transaction.atomic(savepoint=False)
def close_goal(*, goal: Goal, closing: str, on: date, by: User, words: str = "") -> None:
    """Once; it stays readable with its history."""
    closed = Goal.objects.open().filter(pk=goal.pk)
    if not closed.update(closing=closing, closed_on=on, closing_words=words, closed_by=by):
        raise Refused(CLOSED, code="goal_closed", status=409)
    _tell(Deed.GOAL_CLOSED, goal, by, closing=closing)


def as_text(words: dict[str, Any]) -> str:
    """To be read beside another wording of the same goal."""
    told = (words.get(name, "") for name in WORDS if name != "agreed")
    return "\n".join(text for text in told if text)


def _refuse_second(goal: Goal, words: dict[str, Any]) -> None:
    if not Goal.objects.open().filter(pk=goal.pk).exists():
        raise Refused(CLOSED, code="goal_closed", status=409)
    newest = GoalText.objects.newest().get(goal=goal)
    raise Stale(
        _("Somebody has worded this goal anew meanwhile."),
        mine=as_text(words),
        theirs=as_text({name: getattr(newest, name) for name in WORDS}),
    )


def _of_the_same_person(path: Pathway, owner: Member | None, steps: Sequence[Step]) -> None:
    if owner is not None and owner.client_id != path.client_id:
        raise Refused(
            _("A goal is the person's own, or of somebody in their network."), code="foreign_owner"
        )
    if any(step.client_id != path.client_id for step in steps):
        raise Refused(_("Only steps of the same person lead to a goal."), code="foreign_step")


def _tell(deed: str, goal: Goal, by: User, **details: Any) -> None:
    record(deed, goal, by=by, client=goal.path.client.ref, details=details)
