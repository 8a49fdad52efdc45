"""What goes with a stage when the path leaves it: the agreed rhythm, the tapering plan, the calls after support."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from paku.access.models import User
from pathways.actions.check_ins import close_check_ins
from pathways.actions.rhythm import promise
from pathways.actions.tapering import close_plan
from pathways.models import ExitReview, Pathway
from pathways.models.stage import Stage
from pathways.models.tapering import PlanEnd


@transaction.atomic(savepoint=False)
def leave(*, path: Pathway, to: str, on: date, by: User) -> None:
    """All of it stays readable. A rhythm is agreed for a stage: in the next one its own promise holds, until another
    is agreed (decision 0037)."""
    if path.stage == Stage.TAPERING:
        how = PlanEnd.WENT_ON if to == Stage.CONTROLLED_EXIT else PlanEnd.MORE_SUPPORT
        close_plan(path=path, how=how, on=on, by=by)
    if path.stage == Stage.CONTROLLED_EXIT:
        close_check_ins(path=path, on=on, by=by)
        ExitReview.objects.filter(path=path, ended_on=None).update(ended_on=on)
    if path.promised_days is not None:
        newest = path.rhythms.order_by("since", "pk").last()
        since = max(on, newest.since) if newest else on
        promise(path=path, every_days=None, since=since, by=by)
