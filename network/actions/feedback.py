"""Typing in what a partner has said of the co-operation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from network.deeds import Deed
from network.models import FeedbackAnswer, FeedbackQuestion, PartnerFeedback
from paku.access.models import User
from paku.audit.record import record


@transaction.atomic(savepoint=False)
def take_feedback(
    *,
    kind: str,
    on: date,
    came: str,
    answers: Mapping[FeedbackQuestion, str],
    words: str,
    by: User,
) -> PartnerFeedback:
    """`answers`: of the sentences that were answered. No organisation's name and no client is kept with it."""
    made = PartnerFeedback.objects.create(kind=kind, on=on, came=came, words=words, by=by)
    FeedbackAnswer.objects.bulk_create(
        FeedbackAnswer(feedback=made, question=question, answer=answer)
        for question, answer in answers.items()
    )
    record(Deed.FEEDBACK_TAKEN, by=by, details={"kind": kind, "came": came})
    return made
