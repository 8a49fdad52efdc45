"""The five stages, and the map of moves: print it, draw it, test every cell of it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """In the order of the ladder (row S1). Going back is normal and carries no shame."""

    OUTREACH = "outreach", _("Outreach")
    EARLY_SUPPORT = "early_support", _("Early support")
    INTENSIVE_SUPPORT = "intensive_support", _("Intensive support")
    TAPERING = "tapering", _("Tapering")
    CONTROLLED_EXIT = "controlled_exit", _("Controlled exit")

    @property
    def step(self) -> int:
        """1 … 5: the rung on the ladder."""
        return list(Stage).index(self) + 1


NEXT: dict[Stage, frozenset[Stage]] = {
    Stage.OUTREACH: frozenset({Stage.EARLY_SUPPORT, Stage.INTENSIVE_SUPPORT}),
    Stage.EARLY_SUPPORT: frozenset(
        {Stage.OUTREACH, Stage.INTENSIVE_SUPPORT, Stage.TAPERING, Stage.CONTROLLED_EXIT}
    ),
    Stage.INTENSIVE_SUPPORT: frozenset({Stage.OUTREACH, Stage.EARLY_SUPPORT, Stage.TAPERING}),
    Stage.TAPERING: frozenset(
        {Stage.EARLY_SUPPORT, Stage.INTENSIVE_SUPPORT, Stage.CONTROLLED_EXIT}
    ),
    Stage.CONTROLLED_EXIT: frozenset({Stage.EARLY_SUPPORT, Stage.INTENSIVE_SUPPORT}),
}


# Where a path may begin; whoever needs less support than these needs no path.
FIRST_STAGES = (Stage.OUTREACH, Stage.EARLY_SUPPORT, Stage.INTENSIVE_SUPPORT)


# from where one tap leads back to intensive support: a setback needs no more words than the way out did
SETBACKS = (Stage.TAPERING, Stage.CONTROLLED_EXIT)


class Ending(models.TextChoices):
    """Grounds on which an open path may be ended from any stage; none of them is a failure by itself."""

    COPING = "coping", _("coping on their own")
    PASSED_ON = "passed_on", _("passed on with a receipt")
    NOT_NOW = "not_now", _("does not want to now")
    NOT_REACHED = "not_reached", _("not reached")
    MOVED = "moved", _("moved away")
    DIED = "died", _("died")
    NO_GROUND = "no_ground", _("no ground for social care")
    MERGED = "merged", _("the file was merged with another of the same person")
