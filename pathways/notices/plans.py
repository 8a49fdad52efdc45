"""Plans whose review has come: of which the own worker is told, until a plan or a review is made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from paku.reminders.models import Delivery
from paku.reminders.telling import Told, longest_waiting_first, references, teller
from pathways.models import Pathway, Plan, Review
from pathways.models.review import to_review

PLAN_REVIEW = "plan_review"


@teller(PLAN_REVIEW, template="pathways/documents/told.html", order=50)
def told_of_plans(user: Any, notices: Sequence[Delivery], today: date) -> list[Told]:
    """The one that has waited longest is first; one statement."""
    waits = Exists(to_review(Plan, today).filter(path=OuterRef("pk"))) | Exists(
        to_review(Review, today).filter(path=OuterRef("pk"))
    )
    paths = Pathway.objects.related_to(user).with_people()
    return longest_waiting_first(notices, paths.filter(waits, ref__in=references(notices)))
