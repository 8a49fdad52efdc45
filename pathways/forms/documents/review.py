"""The sheet of a review of the plan."""

from __future__ import annotations

from datetime import date
from typing import Any

from pathways.forms.documents.document import DocumentForm, chosen, day, line, said
from pathways.models import Plan, Review
from pathways.models.review import Outcome


class ReviewForm(DocumentForm):
    """`plan`: the one in force. The next review is needed unless no plan is needed any more."""

    model = Review
    needed = ("client_view", "worker_view", "outcome")
    coming = ("next_review_on",)

    client_view = said(Review, "client_view", rows=4)
    client_hopes = said(Review, "client_hopes")
    others_by = line(Review, "others_by")
    others_view = said(Review, "others_view")
    worker_view = said(Review, "worker_view", rows=4)
    need_now = said(Review, "need_now")
    outcome = chosen(Review, "outcome")
    changes = said(Review, "changes")
    next_review_on = day(Review, "next_review_on")

    def __init__(
        self, *args: Any, plan: Plan | None = None, next_review: date | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan
        if not self.initial.get("next_review_on"):
            self.initial["next_review_on"] = next_review

    def missing(self, data: dict[str, Any]) -> list[str]:
        names = super().missing(data)
        if data.get("outcome") != Outcome.NO_NEED and not data.get("next_review_on"):
            names.append("next_review_on")
        return names

    @property
    def answers(self) -> dict[str, Any]:
        return {**super().answers, "plan": self.plan}
