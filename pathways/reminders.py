"""Of whom nobody is reminded although the network would: the path has ended."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from network.models import Step
from network.reminders import STEP_DUE
from paku.reminders.sources import quiet
from pathways.models import Pathway


@quiet(STEP_DUE)
def steps_of_ended_paths(today: date) -> QuerySet[Any]:
    """Due steps of persons who have had a path and have no open one. Before the first path steps are told of."""
    paths = Pathway.objects.filter(client=OuterRef("client"))
    rests = Step.objects.due(today).filter(Exists(paths), ~Exists(paths.open()))
    return rests.order_by().values("ref")
