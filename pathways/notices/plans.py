"""Plans whose review has come: of which the own worker is told, until a plan or a review is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from paku.reminders.models import Delivery
from pathways.models import Pathway, Plan, Review
from pathways.models.review import to_review

PLAN_REVIEW = "plan_review"


@dataclass(frozen=True, slots=True)
class ToldOfPlan:
    """An unseen notice, the path that it is about and the day on which the review was to be."""

    notice: Delivery
    about: Any


def told_of_plans(user: Any, unseen: list[Delivery], today: date) -> list[ToldOfPlan]:
    """The one that has waited longest is first; one statement if there are any notices."""
    notices = {one.reference: one for one in unseen if one.kind == PLAN_REVIEW}
    if not notices:
        return []
    waits = Exists(to_review(Plan, today).filter(path=OuterRef("pk"))) | Exists(
        to_review(Review, today).filter(path=OuterRef("pk"))
    )
    paths = Pathway.objects.related_to(user).with_people().filter(waits, ref__in=list(notices))
    told = [ToldOfPlan(notices[path.ref], path) for path in paths]
    return sorted(told, key=lambda one: (one.notice.due_on, one.about.pk))
