"""Rows that are in nobody's file and whose time is over go by themselves, as their models declare (`Forgotten`)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import models, transaction
from django.db.models.functions import Now

from paku.kit.dates import months_after, today_from_database
from paku.kit.retention import Forgotten, declared_retention


def forget_what_has_run_out() -> dict[str, int]:
    """Label of a model → how many of its rows went; each model by itself, whoever rings and however often."""
    today = today_from_database()
    gone = {}
    for model, declared in declared_retention().items():
        if declared and declared.forgotten:
            with transaction.atomic():
                rows: models.QuerySet[Any] = models.QuerySet(model)
                over = rows.filter(_is_over(model, declared.forgotten, today))
                gone[model._meta.label] = over.delete()[0]
    return gone


def _is_over(model: type[models.Model], lasts: Forgotten, today: date) -> models.Q:
    """Days are counted from the moment itself, years from its day in Finland. A row without a day stays."""
    limit: Any = Now() - timedelta(days=lasts.days)
    field = lasts.field
    if lasts.years:
        limit = months_after(today, -12 * lasts.years)
        is_moment = isinstance(model._meta.get_field(field), models.DateTimeField)
        field = f"{field}__date" if is_moment else field
    return models.Q(**{f"{field}__lt": limit})
