"""What speaks for crossing a border of the path: short lists per stage that the main user changes (row S1; peers §3-2).

A list belongs to the stage that is entered, whichever way the path comes. What was ticked keeps the wording of its day.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from paku.kit.dated import Code
from paku.kit.retention import Retention
from pathways.models.move import StageMove
from pathways.models.retained import OF_THE_PATH
from pathways.models.stage import Stage


class BorderSign(Code):
    """One sentence that may speak for entering the stage; ticked together with the person."""

    retention = Retention(
        owner="pathways", ground="no personal data", period="while in use", shred="delete"
    )

    stage = models.CharField(_("to stage"), max_length=20, choices=Stage.choices)


class BorderEvidence(models.Model):
    """What was ticked at a move, in words where there were some. Append-only as the move itself."""

    retention = OF_THE_PATH

    move = models.ForeignKey(StageMove, models.PROTECT, related_name="evidence")
    sign = models.ForeignKey(BorderSign, models.PROTECT, related_name="+")
    words = models.CharField(_("in words"), max_length=300, blank=True)

    class Meta:
        ordering = ["move", "sign__order", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["move", "sign"], name="a_sign_is_ticked_once_at_a_move"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.move_id}/{self.sign_id}"


class Answer(models.TextChoices):
    """Whether help reached the person before; nobody is made to answer."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")
    NOT_ASKED = "not_asked", _("not asked")


class EarlySupportCheck(models.Model):
    """Asked at the entry to early support (row S1): was support available, reachable, sufficient, of the right kind?"""

    retention = OF_THE_PATH
    PARTS = ("available", "reachable", "sufficient", "right_kind")

    move = models.OneToOneField(StageMove, models.PROTECT, related_name="early_check")
    available = models.CharField(
        _("Was support available?"), max_length=10, choices=Answer.choices, default=Answer.NOT_ASKED
    )
    available_words = models.CharField(_("in words"), max_length=300, blank=True)
    reachable = models.CharField(
        _("Could it be reached?"), max_length=10, choices=Answer.choices, default=Answer.NOT_ASKED
    )
    reachable_words = models.CharField(_("in words"), max_length=300, blank=True)
    sufficient = models.CharField(
        _("Was there enough of it?"),
        max_length=10,
        choices=Answer.choices,
        default=Answer.NOT_ASKED,
    )
    sufficient_words = models.CharField(_("in words"), max_length=300, blank=True)
    right_kind = models.CharField(
        _("Was it of the right kind?"),
        max_length=10,
        choices=Answer.choices,
        default=Answer.NOT_ASKED,
    )
    right_kind_words = models.CharField(_("in words"), max_length=300, blank=True)

    class Meta:
        ordering = ["move"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(available__in=Answer.values)
                & Q(reachable__in=Answer.values)
                & Q(sufficient__in=Answer.values)
                & Q(right_kind__in=Answer.values),
                name="each_part_has_one_of_the_four_answers",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.move_id}"

    @property
    def told(self) -> list[tuple[str, str, str]]:
        """(question, answer, words) of the parts that were asked."""
        return [
            (
                str(getattr(self._meta.get_field(part), "verbose_name", part)),
                str(Answer(getattr(self, part)).label),
                getattr(self, f"{part}_words"),
            )
            for part in self.PARTS
            if getattr(self, part) != Answer.NOT_ASKED
        ]
