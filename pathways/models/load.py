"""How much each worker of a team carries: counts by worker, beside the recommended number of clients."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from paku.kit.finnish import finnish_key
from pathways.models.caseload import open_cares
from pathways.models.rhythm import Rhythm
from pathways.models.stage import Stage
from pathways.models.workers import workers_of

# Talentia's recommendation for services for working-age people. It measures work, never people.
GUIDANCE_FROM, GUIDANCE_TO = 35, 50


@dataclass(frozen=True, slots=True)
class Load:
    """One worker's clients: by stage and in all; open steps past their day; clients silent or without a next step."""

    ref: UUID
    name: str
    stages: tuple[int, ...]
    total: int
    overdue: int
    silent: int
    unplanned: int
    kept: int  # who have had the same own worker all the time

    @property
    def by_stage(self) -> list[tuple[Stage, int]]:
        return list(zip(Stage, self.stages, strict=True))

    @property
    def is_over(self) -> bool:
        return self.total > GUIDANCE_TO

    @property
    def verdict(self) -> str:
        """Against the recommendation, in a word."""
        if self.is_over:
            return _("over the recommendation")
        return _("room for more") if self.total < GUIDANCE_FROM else _("as recommended")


def loads(teams: Sequence[int], rhythm: Rhythm) -> list[Load]:
    """Two statements: the counts, and the workers of the teams, so that one without clients is seen too."""
    counted = (
        open_cares()
        .of_team(list(teams))
        .with_path()
        .with_next_step()
        .with_overdue(rhythm.today)
        .with_met_workers()
    )
    found = {row["own_worker__ref"]: _load(row) for row in counted.counted_by_worker(rhythm)}
    for m in workers_of(teams, rhythm.today):
        found.setdefault(
            m.user.ref, Load(m.user.ref, m.user.name, (0,) * len(Stage), 0, 0, 0, 0, 0)
        )
    return sorted(found.values(), key=lambda load: finnish_key(load.name))


def together(every: Sequence[Load]) -> Load | None:
    """The sums of the whole team; None for nobody."""
    if not every:
        return None
    stages = tuple(sum(numbers) for numbers in zip(*(load.stages for load in every), strict=True))
    sums = {
        name: sum(getattr(load, name) for load in every)
        for name in ("total", "overdue", "silent", "unplanned", "kept")
    }
    return Load(every[0].ref, _("Together"), stages, **sums)


def _load(row: dict[str, Any]) -> Load:
    stages = tuple(row[stage.value] for stage in Stage)
    return Load(
        row["own_worker__ref"],
        row["own_worker__name"],
        stages,
        row["total"],
        row["late_steps"],
        row["quiet"],
        row["unplanned"],
        row["kept"],
    )
