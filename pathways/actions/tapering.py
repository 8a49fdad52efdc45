"""A tapering plan: agreed on one sheet, looked at step by step, never moving by itself, kept whatever comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from network.actions import steps
from network.actions.own_worker import member_of
from network.models import Step
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused, Stale
from pathways.actions.rhythm import promise
from pathways.deeds import Deed
from pathways.models import Pathway, TaperingLook, TaperingPlan, TaperingStep
from pathways.models.stage import Stage
from pathways.models.tapering import PlanEnd
from pathways.models.tapering_words import as_text


@dataclass(frozen=True, slots=True)
class Dose:
    """From a day on, every so many days, in which way."""

    from_on: date
    every_days: int
    how: str


@transaction.atomic(savepoint=False)
def make_plan(
    *,
    path: Pathway,
    doses: Sequence[Dose],
    looked_on: date,
    on: date,
    by: User,
    client_words: str = "",
    seen: str = "",
) -> TaperingPlan:
    """The first dose begins with the agreement; the plan that held until now stays as history.

    Refused when support is not being thinned; Stale when another plan than `seen` (its ref) holds by now.
    """
    locked = Pathway.objects.select_for_update(of=["self"])
    path = locked.select_related("client", "care__own_worker").get(pk=path.pk)
    if not path.is_open or path.stage != Stage.TAPERING:
        raise Refused(
            _("A tapering plan is made while the path is at lighter support."),
            code="not_tapering",
            status=409,
        )
    live = TaperingPlan.objects.on_path(path).live().told().first()
    if str(live.ref if live else "") != seen:
        mine = as_text(doses, looked_on, client_words)
        theirs = as_text(live.in_order, live.looked_on, live.client_words) if live else ""
        raise Stale(_("Somebody has made another plan meanwhile."), mine=mine, theirs=theirs)
    close_plan(path=path, how=PlanEnd.NEW_PLAN, on=on, by=by)
    plan = TaperingPlan.objects.create(
        path=path, client_words=client_words, looked_on=looked_on, made_on=on, by=by
    )
    first, *rest = TaperingStep.objects.bulk_create(
        TaperingStep(
            plan=plan,
            number=number,
            from_on=dose.from_on,
            every_days=dose.every_days,
            how=dose.how,
        )
        for number, dose in enumerate(doses, start=1)
    )
    record(
        Deed.TAPERING_PLANNED, path, by=by, client=path.client.ref, details={"steps": len(doses)}
    )
    _begin(path, first, on, by)
    _ask(plan, path, rest[0].from_on if rest else looked_on, on, by)
    return plan


@transaction.atomic(savepoint=False)
def look(
    *,
    plan: TaperingPlan,
    held: str,
    now: str,
    on: date,
    by: User,
    ask_on: date | None = None,
    client_words: str = "",
    words: str = "",
    seen: int = 0,
) -> TaperingLook:
    """`now`: next (the next dose begins), keep (the same goes on) or exit (the plan has been walked through).

    Stale when somebody has looked since; `seen` is how many looks the plan had.
    """
    path = _locked_path(plan)
    live = TaperingPlan.objects.told().get(pk=plan.pk)
    looks = [one for step in live.in_order for one in step.looks.all()]
    if not live.is_live or len(looks) != seen:
        last = looks[-1] if looks else None
        theirs = f"{last.client_words}\n{last.words}" if last else ""
        sentence = _("Somebody has looked at this plan meanwhile.")
        raise Stale(sentence, mine=f"{client_words}\n{words}", theirs=theirs)
    step, upcoming = live.in_force, live.upcoming
    if step is None or (now == "next" and upcoming is None):
        raise Refused(_("There is no further step in this plan."), code="no_step")
    told = TaperingLook.objects.create(
        step=step, on=on, held=held, client_words=client_words, words=words, by=by
    )
    record(
        Deed.TAPERING_LOOKED_AT, path, by=by, client=path.client.ref,
        details={"step": step.number, "held": held, "now": now},
    )  # fmt: skip
    if live.ask and live.ask.is_open:
        steps.do(step=live.ask, on=on, by=by)
    if now == "next" and upcoming is not None:
        _begin(path, upcoming, on, by)
    if ask_on is not None and now != "exit":
        _ask(live, path, ask_on, on, by)
    return told


@transaction.atomic(savepoint=False)
def close_plan(*, path: Pathway, how: str, on: date, by: User) -> None:
    """The live plan, if there is one, becomes history; what it asked about is asked no more."""
    live = TaperingPlan.objects.on_path(path).live().select_related("ask__client").first()
    if live is None:
        return
    on = max(on, live.made_on)  # a move may be dated before the plan was made
    if live.ask and live.ask.is_open:
        with translation.override(settings.LANGUAGE_CODE):
            why = _now("not needed any more: the tapering plan changed")
        steps.drop(step=live.ask, why=why, on=on, by=by)
    TaperingPlan.objects.filter(pk=live.pk).update(ended_on=on, ended_how=how)
    record(Deed.TAPERING_ENDED, path, by=by, client=path.client.ref, details={"how": how})


def _locked_path(plan: TaperingPlan) -> Pathway:
    locked = Pathway.objects.select_for_update(of=["self"])
    return locked.select_related("client", "care__own_worker").get(pk=plan.path_id)


def _begin(path: Pathway, step: TaperingStep, on: date, by: User) -> None:
    TaperingStep.objects.filter(pk=step.pk).update(begun_on=on, begun_by=by)
    promise(
        path=path,
        every_days=step.every_days,
        how=step.how,
        since=on,
        by=by,
    )


def _ask(plan: TaperingPlan, path: Pathway, due_on: date, on: date, by: User) -> None:
    """An agreed step like any other: it stands on my day and is reminded of. A text of the file, in its language."""
    with translation.override(settings.LANGUAGE_CODE):
        what = _now(
            "Lighter support: we look together whether it was enough, and agree on what next"
        )
    own_worker: Any = path.care.own_worker  # never none of an open path
    doer = member_of(client=path.client, worker=own_worker, on=on, by=by)
    asked: Step = steps.agree_one(
        client=path.client, what=what, doer=doer, due_on=due_on, on=on, by=by
    )
    TaperingPlan.objects.filter(pk=plan.pk).update(ask=asked)
