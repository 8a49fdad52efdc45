"""Writing down what spoke for crossing a border, beside the move that crossed it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from pathways.deeds import Deed
from pathways.models import BorderEvidence, BorderSign, EarlySupportCheck, StageMove
from pathways.models.stage import Stage


@transaction.atomic(savepoint=False)
def tell_border(
    *,
    move: StageMove,
    evidence: Sequence[tuple[BorderSign, str]] = (),
    early: Mapping[str, str] | None = None,
    by: User,
) -> None:
    """Nothing ticked and nothing asked leaves nothing. The four-part question is answered once for each entry."""
    if not evidence and not early:
        return
    if evidence:
        BorderEvidence.objects.bulk_create(
            BorderEvidence(move=move, sign=sign, words=words) for sign, words in evidence
        )
    if early:
        _ask(move, early)
    record(
        Deed.BORDER_TOLD,
        move.path,
        by=by,
        client=move.path.client.ref,
        details={"to": move.stage, "signs": len(evidence), "early_support": bool(early)},
    )


def _ask(move: StageMove, early: Mapping[str, str]) -> None:
    StageMove.objects.select_for_update(of=["self"]).get(pk=move.pk)
    if move.stage != Stage.EARLY_SUPPORT:
        raise Refused(
            _("The four questions belong to the entry to early support."), code="not_early"
        )
    if EarlySupportCheck.objects.filter(move=move).exists():
        raise Refused(
            _("The four questions have been answered already."), code="asked_already", status=409
        )
    EarlySupportCheck.objects.create(move=move, **early)
