"""What a goal is said to be: whether it is agreed on, the five levels of its attainment, how it closes."""

from __future__ import annotations

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _


class Closing(models.TextChoices):
    """How a goal was closed: none of these is a failure."""

    REACHED = "reached", _("we got there")
    CHANGED = "changed", _("it became something else")
    LET_GO = "let_go", _("it was let go of")


class Agreed(models.TextChoices):
    """What the person says of the goal as it stands; nobody's yes is taken for granted."""

    YES = "yes", _("the person agrees")
    NO = "no", _("the person does not agree")
    NOT_ASKED = "not_asked", _("not asked yet")


class Level(models.IntegerChoices):
    """Of goal attainment scaling. Each is said beforehand in the goal's own sentence; never summed, never a T-score."""

    MUCH_LESS = -2, _("still far from it")
    LESS = -1, _("not yet, but on the way")
    HOPED = 0, _("what we hope for: good enough")
    MORE = 1, _("more than we hoped")
    MUCH_MORE = 2, _("much more than we hoped")


LEVELS = {
    Level.MUCH_MORE: "much_more",
    Level.MORE: "more",
    Level.HOPED: "hoped",
    Level.LESS: "less",
    Level.MUCH_LESS: "much_less",
}


class Rung(NamedTuple):
    """A level with its own sentence."""

    level: Level
    words: str
