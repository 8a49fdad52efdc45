"""Going through the quality list with the person. What was answered is not changed: it is gone through again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from pathways.deeds import Deed
from pathways.models import Pathway, QualityAnswer, QualityCheck, QualityItem

ENDED = _("The path has ended: the quality list is gone through on an open path.")


@transaction.atomic(savepoint=False)
def ask_quality(
    *,
    path: Pathway,
    answers: Mapping[QualityItem, str],
    on: date,
    asked_at: str,
    filled_with: str,
    by: User,
    words: str = "",
) -> QualityCheck:
    """`answers`: of every sentence of the day, "not_asked" where it was passed over."""
    if not path.is_open:
        raise Refused(ENDED, code="path_ended")
    made = QualityCheck.objects.create(
        path=path, on=on, asked_at=asked_at, filled_with=filled_with, words=words, by=by
    )
    QualityAnswer.objects.bulk_create(
        QualityAnswer(check_made=made, item=item, answer=answer) for item, answer in answers.items()
    )
    details = {"asked_at": asked_at, "filled_with": filled_with}
    record(Deed.QUALITY_ASKED, path, by=by, client=path.client.ref, details=details)
    return made
