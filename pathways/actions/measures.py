"""Writing down 3X10D and the results of other measures. What was measured is not changed: it is measured again."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from pathways.deeds import Deed
from pathways.models import OtherMeasure, Pathway, TenDimensions

ENDED = _("The path has ended: measures are written on an open path.")


@transaction.atomic(savepoint=False)
def write_ten(
    *, path: Pathway, on: date, occasion: str, filled_with: str, by: User, **told: Any
) -> TenDimensions:
    """`told`: items from 0 to 10 or None, own_item, own_value, words."""
    _check(path)
    made = TenDimensions.objects.create(
        path=path, on=on, occasion=occasion, filled_with=filled_with, by=by, **told
    )
    _tell(made, by, {"measure": "3X10D", "filled_with": filled_with})
    return made


@transaction.atomic(savepoint=False)
def write_other(
    *, path: Pathway, name: str, on: date, value: str, by: User, note: str = ""
) -> OtherMeasure:
    _check(path)
    made = OtherMeasure.objects.create(path=path, name=name, on=on, value=value, note=note, by=by)
    _tell(made, by, {"measure": "other"})
    return made


def _check(path: Pathway) -> None:
    if not path.is_open:
        raise Refused(ENDED, code="path_ended")


def _tell(made: TenDimensions | OtherMeasure, by: User, details: dict[str, str]) -> None:
    record(Deed.MEASURED, made.path, by=by, client=made.path.client.ref, details=details)
