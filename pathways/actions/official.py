"""Marking that a visit's text stands in the official record."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from pathways.deeds import Deed
from pathways.models import VisitMoved, VisitText


@transaction.atomic(savepoint=False)
def mark_moved(text: VisitText, *, seen_version: int, by: User, on: date) -> None:
    """The version that was copied, once. Refused when it has been corrected since it was shown."""
    if text.version != seen_version:
        raise Refused(
            _("Somebody has corrected this visit meanwhile."), code="corrected", status=409
        )
    try:
        with transaction.atomic():
            VisitMoved.objects.create(visit=text.visit, version=text.version, on=on, by=by)
    except IntegrityError:
        raise Refused(
            _("Somebody has already marked this as moved."), code="already_moved", status=409
        ) from None
    record(
        Deed.VISIT_MOVED, text.visit, by=by, client=text.visit.path.client.ref, details={"version": text.version},
    )  # fmt: skip
