"""Promising a rhythm of contact: agreed with the person, and from then on what every list and clock goes by."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from pathways.deeds import Deed
from pathways.models import AgreedRhythm, Pathway


@transaction.atomic(savepoint=False)
def promise(
    *,
    path: Pathway,
    every_days: int | None,
    since: date,
    by: User,
    how: str = "",
    agreed_with: str = "",
) -> AgreedRhythm:
    """`every_days` None: nothing else than the stage promises. Earlier agreements stay as they were.

    Refused for an ended path, and when it would begin before the newest agreement or before the path.
    """
    locked = Pathway.objects.select_for_update(of=["self"]).select_related("client")
    found = locked.get(pk=path.pk)
    if not found.is_open:
        raise Refused(_("The path has ended already."), code="path_ended", status=409)
    newest = found.rhythms.order_by("since", "pk").last()
    if since < (newest.since if newest else found.opened_on):
        raise Refused(
            _("A rhythm cannot begin before the one that was agreed before it."),
            code="rhythm_too_early",
        )
    agreed = AgreedRhythm.objects.create(
        path=found,
        every_days=every_days,
        how=how,
        since=since,
        agreed_with=agreed_with,
        by=by,
    )
    Pathway.objects.filter(pk=path.pk).update(promised_days=every_days)
    path.promised_days = every_days
    record(
        Deed.RHYTHM_AGREED,
        path,
        by=by,
        client=found.client.ref,
        details={"every_days": every_days or 0},
    )
    return agreed
