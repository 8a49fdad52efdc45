"""Breaks added up without persons: by village, kind and actor. What fewer than five met is not told."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Case, Count, F, Q, Sum, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Greatest, Lower

from paku.kit.few import FEWEST
from pathways.models.sighting import SightingQuerySet

GROUP = ("place", "village_name", "kind_code", "actor_name")


class SummedBreaks(SightingQuerySet):
    """Part of the breaks' own queryset."""

    def summed(self, today: date) -> Any:
        """Rows of `place`, `village_name`, `kind_code`, `actor_name`, `marks` and `days_lost`, most days first.

        A group counts persons, not marks: five marks of one person tell of one person, and stay hidden. Observations
        of the area count one each, for nobody knows of whom they are. Places of persons with turvakielto are left
        out, and breaks marked by mistake.
        """
        return (
            self.filter(is_mistake=False)
            .annotate(
                place=_unless_protected("municipality__code"),
                village_name=_unless_protected("village__name"),
                kind_code=F("kind__code"),
                actor_name=Coalesce(
                    "service__organisation__name", "organisation__name", Lower("actor_words")
                ),
                length=Greatest(
                    _days(Coalesce("until", Value(today, models.DateField())), F("since")), Value(0)
                ),
            )
            .order_by()
            .values(*GROUP)
            .annotate(marks=Count("pk"), days_lost=Sum("length"), heads=_heads())
            .filter(heads__gte=FEWEST)
            .order_by(F("days_lost").desc(), F("marks").desc(), *GROUP)
            .values(*GROUP, "marks", "days_lost")
        )


def _unless_protected(column: str) -> Case:
    return Case(
        When(path__client__is_protected=True, then=Value("")), default=Coalesce(column, Value(""))
    )


def _heads() -> Combinable:
    persons = Count("path__client", distinct=True)
    return persons + Count("pk", filter=Q(path=None))


def _days(later: Combinable, earlier: Combinable) -> models.ExpressionWrapper:
    """PostgreSQL tells the difference of two dates as a whole number."""
    wrapped = models.Func(later, earlier, template="(%(expressions)s)", arg_joiner=" - ")
    return models.ExpressionWrapper(wrapped, output_field=models.IntegerField())
