"""Whom a client's matter is told to, as an expression of the database: the source of a reminder says it of each row."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import BigIntegerField, F, Func, OuterRef, Subquery
from django.db.models.functions import Coalesce

from clients.models import Substitute


def minder(today: date, care: str) -> Coalesce:
    """Today's substitute, for then the own worker is away; else the own worker. Of several substitutes, the one who
    began last. `care`: the way from the row to the care relationship."""
    standing_in = Substitute.objects.on(today).filter(care=OuterRef(care), worker__is_active=True)
    substitute = Subquery(standing_in.order_by("-since", "-pk").values("worker")[:1])
    return Coalesce(substitute, F(f"{care}__own_worker"), output_field=BigIntegerField())


def unless_shut_out(worker: Any, client: str) -> Func:
    """Nobody is reminded, not even by a number in a mail, of a client whose file is shut to them."""
    return Func(worker, F(client), function="paku_unless_shut_out", output_field=BigIntegerField())
