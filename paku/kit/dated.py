"""Rows that hold between two days, and the code lists that users change.

`since` and `until` are both inside. A subclass with a Meta of its own keeps the constraint by
inheriting: `class Meta(Dated.Meta): constraints = [*Dated.Meta.constraints, …]`. One with a manager of
its own says `objects: ClassVar[Any] = …`, as the type checker wants it.
"""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import Combinable
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class DatedQuerySet(models.QuerySet[Any]):
    """Speaks of days; which day is today is told by the caller."""

    def on(self, day: date | Combinable) -> Self:
        """In force that day (a date, or an expression such as `paku.kit.today.Today()`)."""
        return self.not_over(day).filter(since__lte=day)

    def not_over(self, day: date | Combinable) -> Self:
        """In force that day or to come."""
        return self.filter(Q(until=None) | Q(until__gte=day))


class Dated(models.Model):
    """Holds from `since` to `until`, both included; `until` empty: for the time being."""

    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="%(app_label)s_%(class)s_ends_after_it_begins",
            )
        ]

    def holds_on(self, day: date) -> bool:
        """In force that day."""
        return self.since <= day and (self.until is None or self.until >= day)


class CodeQuerySet(DatedQuerySet):
    """Codes in the order in which people choose them."""

    def choices(self, day: date) -> list[tuple[str, str]]:
        """(code, label in the language in force) of the codes in force that day; one statement."""
        return [(row.code, row.label) for row in self.on(day).order_by("order", "code")]


class Code(Dated):
    """One value of a list that the main user changes: never deleted, only ended; `source` says
    why it is.
    """

    code = models.CharField(_("code"), max_length=40)
    label_fi = models.CharField(_("in Finnish"), max_length=200)
    label_sv = models.CharField(_("in Swedish"), max_length=200)
    label_en = models.CharField(_("in English"), max_length=200)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    source = models.CharField(_("source"), max_length=300, blank=True)

    objects: ClassVar[Any] = CodeQuerySet.as_manager()

    class Meta(Dated.Meta):
        abstract = True
        ordering = ("order", "code", "since")
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["code", "since"], name="%(app_label)s_%(class)s_begins_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """In the language in force; Finnish where a translation is missing."""
        language = (get_language() or "fi")[:2]
        return getattr(self, f"label_{language}", "") or self.label_fi
