"""Typing in what a partner has said of the co-operation, and putting right what was typed wrongly."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from network.deeds import Deed
from network.models import FeedbackAnswer, FeedbackBefore, FeedbackQuestion, PartnerFeedback
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused, Stale

MEANWHILE = _("This feedback has been corrected in another window meanwhile.")
TOLD_ALREADY = _("Only feedback of the half-year that runs is corrected: the earlier sums stand.")
KEPT = ("kind", "on", "came", "words")


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
    _answer(made, answers)
    record(Deed.FEEDBACK_TAKEN, by=by, details={"kind": kind, "came": came})
    return made


@transaction.atomic(savepoint=False)
def correct_feedback(
    *,
    feedback: PartnerFeedback,
    seen: int,
    since: date,
    reason: str,
    answers: Mapping[FeedbackQuestion, str],
    by: User,
    **told: Any,
) -> bool:
    """By whoever typed it in: nobody else's row is there for them. `since`: the first day of the half-year that runs.
    How it stood is kept; False when nothing differs."""
    held = PartnerFeedback.objects.select_for_update().order_by()
    now = held.get(pk=feedback.pk)
    if now.version != seen:
        raise Stale(MEANWHILE, mine=told["words"], theirs=now.words)
    if min(now.on, told["on"]) < since:
        raise Refused(TOLD_ALREADY, code="half_year_over")
    before = {one.question.code: one.answer for one in now.answers.select_related("question")}
    as_it_is = {name: getattr(now, name) for name in KEPT}
    if as_it_is == told and before == {one.code: answer for one, answer in answers.items()}:
        return False
    FeedbackBefore.objects.create(
        feedback=now, version=now.version, answers=before, reason=reason, **as_it_is
    )
    now.answers.all().delete()
    _answer(now, answers)
    for name, value in told.items():
        setattr(now, name, value)
    now.version += 1
    now.save(update_fields=[*told, "version"])
    record(Deed.FEEDBACK_CORRECTED, now, by=by, details={"version": now.version})
    return True


def _answer(feedback: PartnerFeedback, answers: Mapping[FeedbackQuestion, str]) -> None:
    FeedbackAnswer.objects.bulk_create(
        FeedbackAnswer(feedback=feedback, question=question, answer=answer)
        for question, answer in answers.items()
    )
