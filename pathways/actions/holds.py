"""A hold on a file: placed by one at once, lifted by another."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from pathways.deeds import Deed
from pathways.models import LegalHold


@transaction.atomic(savepoint=False)
def place(*, client: int, ref: UUID, why: str, review_on: date, by: User) -> LegalHold:
    """From now on nothing of the file is destroyed, whatever has been approved. Refused while another hold stands."""
    hold = LegalHold(client_id=client, client_ref=ref, why=why, review_on=review_on, set_by=by)
    try:
        with transaction.atomic():
            hold.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(_("The file is held already."), code="held_already", status=409) from error
    record(Deed.HOLD_PLACED, hold, by=by, client=ref, purpose="retention")
    return hold


@transaction.atomic(savepoint=False)
def lift(*, hold: LegalHold, why: str, by: User) -> None:
    """By another than the one who placed it."""
    if hold.set_by_id == by.pk:
        raise Refused(_("You placed this hold: somebody else lifts it."), code="same_person")
    standing = LegalHold.objects.in_force().filter(pk=hold.pk)
    if not standing.update(lifted_by=by, lifted_at=Now(), lifted_why=why):
        raise Refused(_("The hold has been lifted already."), code="lifted_already", status=409)
    record(Deed.HOLD_LIFTED, hold, by=by, client=hold.client_ref, purpose="retention")
