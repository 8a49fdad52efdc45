"""A referral that nobody answers, or whose queue is long, is a break of the path: marked once for each referral."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from network.actions.referral_notes import note_break
from network.models import Referral
from network.models.referral_state import State
from paku.access.models import User
from paku.kit.refusals import Refused
from pathways.actions.breaks import mark_break
from pathways.models import BreakKind, PathBreak, Pathway

NO_ANSWER, QUEUE = "no_answer", "queue"


@transaction.atomic(savepoint=False)
def mark_silence(*, referral: Referral, on: date, by: User) -> PathBreak | None:
    """From the day of sending on, of the service that was asked; None when it has been marked already."""
    path = Pathway.objects.open().filter(client=referral.client).first()
    if path is None or referral.sent_on is None or not referral.is_on_the_way:
        raise Refused(
            _("A break is marked of what has been sent, on an open path."), code="no_loop"
        )
    if not note_break(referral, on=on, by=by):
        return None
    code = NO_ANSWER if referral.state == State.SENT else QUEUE
    where = (
        {"service": referral.service}
        if referral.service
        else {"organisation": referral.organisation}
    )
    home = referral.client
    # ended by the main user, it is still what has happened: then as it was worded last
    kind = BreakKind.objects.filter(code=code, since__lte=on).latest("since")
    return mark_break(
        path=path, kind=kind, since=max(referral.sent_on, path.opened_on),
        by=by, workaround=referral.meanwhile, municipality=home.municipality, village=home.village, **where,
    )  # fmt: skip
