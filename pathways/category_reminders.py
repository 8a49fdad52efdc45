"""When the arrangement of support is talked about again: to the own worker, until the next talk."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from paku.reminders.nudge import dated_key, nudges
from paku.reminders.sources import source
from pathways.category_notices import CATEGORIES_AGAIN
from pathways.models import CategoryTalk


@source
def categories_to_talk_of(today: date) -> QuerySet[Any]:
    """After the clock has run out, or the plan been reviewed; one statement."""
    return nudges(
        CategoryTalk.objects.to_have_again(today),
        key=dated_key("categories", day="again_on"),
        to=F("path__care__own_worker"),
        kind=CATEGORIES_AGAIN,
        reference="path__ref",
        due_on="again_on",
    )
