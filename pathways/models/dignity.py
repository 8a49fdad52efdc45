"""The dignity check (row S15): basic needs, safety, no exploitation, access to care; before goals, and asked again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.models import Step
from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH


class InOrder(models.TextChoices):
    """Whether it is so. What has not been asked is not taken for a yes."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    NOT_ASKED = "not_asked", _("not asked yet")


class Part(models.TextChoices):
    """The four, as they are called in a list."""

    BASIC_NEEDS = "basic_needs", _("basic needs")
    SAFETY = "safety", _("safety")
    NO_EXPLOITATION = "no_exploitation", _("nobody takes advantage")
    CARE = "care", _("getting to care")


def _asked(question: Any) -> Any:
    return models.CharField(
        question, max_length=10, choices=InOrder.choices, default=InOrder.NOT_ASKED
    )


def _told() -> Any:
    return models.CharField(_("in words"), max_length=300, blank=True)


class DignityCheckQuerySet(models.QuerySet["DignityCheck"]):
    def of(self, client: Client) -> DignityCheckQuerySet:
        """The newest first, with the tasks that followed; three statements for any number."""
        found = self.filter(path__client=client).select_related("by")
        return found.prefetch_related("tasks__step__doer", "tasks__step__client")


class DignityCheck(models.Model):
    """Append-only: asked again is a new check."""

    retention = OF_THE_PATH

    path = models.ForeignKey(Pathway, models.PROTECT, related_name="+")
    on = models.DateField(_("date"))
    basic_needs = _asked(_("Is there food, warmth, a place to sleep, and money for what is needed today?"))  # fmt: skip
    basic_needs_words = _told()
    safety = _asked(_("Is the person safe, at home too?"))
    safety_words = _told()
    no_exploitation = _asked(_("Is nobody taking advantage of the person or of their money?"))
    no_exploitation_words = _told()
    care = _asked(_("Does the person get to the care and the medicine that they need?"))
    care_words = _told()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    objects = DignityCheckQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(
                    basic_needs__in=InOrder.values,
                    safety__in=InOrder.values,
                    no_exploitation__in=InOrder.values,
                    care__in=InOrder.values,
                ),
                name="dignity_is_asked_in_three_answers",
            )
        ]
        indexes = [models.Index(fields=["path", "-on", "-id"], name="dignity_newest")]

    def __str__(self) -> str:
        return f"{self.on}"

    @classmethod
    def question_of(cls, part: str) -> str:
        return str(getattr(cls._meta.get_field(part), "verbose_name", part))

    @property
    def answers(self) -> list[tuple[Part, InOrder, str]]:
        """(part, answer, words) of each."""
        return [
            (part, InOrder(getattr(self, part.value)), getattr(self, f"{part.value}_words"))
            for part in Part
        ]


class DignityTask(models.Model):
    """The step that was agreed on at once, because the answer was no."""

    retention = OF_THE_PATH

    check_made = models.ForeignKey(DignityCheck, models.PROTECT, related_name="tasks")
    part = models.CharField(max_length=20, choices=Part.choices)
    step = models.OneToOneField(Step, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["check_made", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["check_made", "part"], name="a_no_has_one_task_at_a_check"
            )
        ]

    def __str__(self) -> str:
        return self.get_part_display()


@dataclass(frozen=True, slots=True)
class Standing:
    """How one part is now: the last answer that was given to it, and what has been agreed on for it."""

    part: Part
    answer: InOrder
    words: str = ""
    on: Any = None
    steps: list[Step] = field(default_factory=list)

    @property
    def is_unmet(self) -> bool:
        return self.answer == InOrder.NO

    @property
    def under_way(self) -> Step | None:
        """The open task of an unmet part, if it has one."""
        return next((step for step in self.steps if step.is_open), None) if self.is_unmet else None


def standings(checks: Iterable[DignityCheck]) -> list[Standing]:
    """Of each part, from checks newest first: a part that was not asked again stands as it was answered before."""
    found: dict[Part, tuple[InOrder, str, Any]] = {}
    tasks: dict[str, list[Step]] = {}
    for check in checks:
        for task in check.tasks.all():
            tasks.setdefault(task.part, []).append(task.step)
        for part, answer, words in check.answers:
            if part not in found and answer != InOrder.NOT_ASKED:
                found[part] = (answer, words, check.on)
    told = []
    for part in Part:
        answer, words, on = found.get(part, (InOrder.NOT_ASKED, "", None))
        told.append(Standing(part, answer, words, on, tasks.get(part.value, [])))
    return told
