"""Ending an open path on its ground, from whatever stage: nothing open is lost, and the care ends with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.actions.care_ending import end_care
from clients.models import Client
from network.actions.settling import Settled, settle, workers_leave
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from pathways.actions import asked_namings
from pathways.actions.check_ins import settle_check_ins
from pathways.actions.handover import let_fall
from pathways.actions.moves import MovedMeanwhile
from pathways.actions.tapering import close_plan
from pathways.deeds import Deed
from pathways.models import PathEnd, Pathway
from pathways.models.path_end import days_of_tries
from pathways.models.stage import Ending
from pathways.models.tapering import PlanEnd


@transaction.atomic(savepoint=False)
def end_path(
    *,
    path: Pathway,
    ground: str,
    on: date,
    by: User,
    words: str = "",
    what_remains: str = "",
    received_by: str = "",
    received_on: date | None = None,
    settled: Sequence[Settled] = (),
    seen: str = "",
) -> PathEnd:
    """Refused when it has ended or moved meanwhile, without a receipt for “passed on”, without a try for “not reached”,
    and when an open step has not been decided of."""
    locked = Pathway.objects.select_for_update(of=["self"])
    path = locked.select_related("care__client", "client").get(pk=path.pk)
    tries = len(days_of_tries(path))
    _check(path, ground, on, seen, tries=tries, has_receipt=bool(received_by and received_on))
    settle(client=path.client, settled=settled, on=on, by=by)
    settle_check_ins(path=path, on=on, by=by)
    close_plan(path=path, how=PlanEnd.PATH_ENDED, on=on, by=by)
    end = PathEnd.objects.create(
        path=path,
        words=words,
        what_remains=what_remains,
        received_by=received_by,
        received_on=received_on,
        tries=tries,
        by=by,
    )
    Pathway.objects.filter(pk=path.pk).update(ended_on=on, ending=ground)
    workers_leave(client=path.client, on=on)
    let_fall(care=path.care, by=by)
    asked_namings.let_fall(care=path.care, by=by, today=on)
    record(
        Deed.PATH_ENDED,
        path,
        by=by,
        client=path.client.ref,
        details={"from": path.stage, "ground": ground},
    )
    if ground == Ending.DIED:
        Client.objects.filter(pk=path.client_id, died_on=None).update(died_on=on)
    end_care(care=path.care, on=on, ending=ground, by=by)
    return end


def _check(
    path: Pathway, ground: str, on: date, seen: str, *, tries: int, has_receipt: bool
) -> None:
    if not path.is_open:
        raise Refused(_("The path has ended already."), code="path_ended", status=409)
    if seen and seen != path.stage:
        raise MovedMeanwhile(path)
    if on < path.stage_since:
        raise Refused(_("The end cannot be dated before the last move."), code="end_too_early")
    if ground == Ending.PASSED_ON and not has_receipt:
        raise Refused(_("Passed on needs a receipt: who received it, and when."), code="no_receipt")
    if ground == Ending.NOT_REACHED and not tries:
        raise Refused(
            _("No try has been logged since the last meeting: try first, and log it as a visit."),
            code="not_tried",
        )
