"""The way back of a merge is for thirty days; then what its rows held goes, and the merge itself stays told."""

from __future__ import annotations

from django.db import transaction
from django.db.models.functions import Now

from clients.models import MergedRow
from clients.models.merge import UNDO_LASTS


def forget_ways_back() -> int:
    """How many rows went. Whoever rings and however often; by the database's clock, as the way back itself."""
    with transaction.atomic():
        number, _models = MergedRow.objects.filter(merge__at__lte=Now() - UNDO_LASTS).delete()
    return number
