"""The dignity check with the tasks that a “no” asks for at once (row S15)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from network.actions import steps
from network.actions.steps import Agreed
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from pathways.deeds import Deed
from pathways.models import DignityCheck, DignityTask, Pathway
from pathways.models.dignity import InOrder, standings

ENDED = _("The path has ended: the check is made on an open path.")


@transaction.atomic(savepoint=False)
def ask_dignity(
    *, path: Pathway, answers: Mapping[str, str], tasks: Mapping[str, Agreed], on: date, by: User
) -> DignityCheck:
    """`answers`: of parts and of their words; `tasks`: of the parts that were answered with no.

    Refused when a “no” has neither a task now nor one that is still open from before.
    """
    if not path.is_open:
        raise Refused(ENDED, code="path_ended")
    now = standings(DignityCheck.objects.of(path.client))
    under_way = {one.part.value for one in now if one.under_way}
    for part, answer in answers.items():
        if answer == InOrder.NO and part not in tasks and part not in under_way:
            raise Refused(_("A “no” is seen to at once: agree who does what."), code="no_task")
    made = DignityCheck.objects.create(path=path, on=on, by=by, **answers)
    agreed = steps.agree(client=path.client, agreed=list(tasks.values()), on=on, by=by)
    DignityTask.objects.bulk_create(
        DignityTask(check_made=made, part=part, step=step)
        for part, step in zip(tasks, agreed, strict=True)
    )
    record(Deed.DIGNITY_ASKED, path, by=by, client=path.client.ref, details={"tasks": len(agreed)})
    return made
