"""How many own workers the person has had to meet, and since when it has been the same one (row S10)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, DateField, IntegerField, OuterRef, Subquery
from django.utils.translation import gettext as _

from paku.kit.dates import finnish_date


def met_workers() -> Any:
    """For rows of care relationships: how many own workers in all of the person's care relationships."""
    from clients.models.care import OwnWorkerPeriod

    of_person = OwnWorkerPeriod.objects.filter(care__client=OuterRef("client")).order_by()
    counted = of_person.values("care__client").annotate(number=Count("worker", distinct=True))
    return Subquery(counted.values("number"), output_field=IntegerField())


def same_since() -> Any:
    """The first day of the present own worker."""
    from clients.models.care import OwnWorkerPeriod

    now = OwnWorkerPeriod.objects.filter(care=OuterRef("pk"), until=None).order_by()
    return Subquery(now.values("since")[:1], output_field=DateField())


def in_words(number: int | None, since: date | None) -> str:
    """Empty where it has not been asked."""
    if not number or since is None:
        return ""
    told = {"day": finnish_date(since), "number": number}
    if number == 1:
        return _("the same own worker since %(day)s") % told
    return _("since %(day)s; %(number)s own workers in all") % told
