"""A consent has been taken back: those who received something by it are told, one after another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.actions.consents import hold
from network.deeds import Deed
from network.models import Consent, Disclosure, WithdrawalTold
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused


@transaction.atomic(savepoint=False)
def mark_told(
    *, client: Client, consent: Consent, papers: Sequence[Disclosure], told_on: date, how: str, by: User
) -> None:  # fmt: skip
    """One recipient was told of all their `papers` at once. Refused when somebody has marked it meanwhile."""
    hold(client)
    told = WithdrawalTold.objects.filter(consent=consent).values_list("disclosure_id", flat=True)
    untold = [paper for paper in papers if paper.pk not in set(told)]
    if not untold:
        raise Refused(_("This has been marked as told already."), code="told", status=409)
    WithdrawalTold.objects.bulk_create(
        WithdrawalTold(consent=consent, disclosure=paper, told_on=told_on, how=how, by=by)
        for paper in untold
    )
    record(
        Deed.WITHDRAWAL_TOLD, consent, by=by, client=client.ref, sections=["consents"],
        recipient=papers[0].recipient,
        details={"serials": [paper.paper.serial for paper in untold], "how": how},
    )  # fmt: skip
