"""When the arrangement of support is talked about again: to the own worker, until the next talk."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from clients.minders import unless_shut_out
from paku.reminders.nudge import dated_key, nudges
from paku.reminders.sources import source
from pathways.models import CategoryTalk
from pathways.notices.categories import CATEGORIES_AGAIN


@source
def categories_to_talk_of(today: date) -> QuerySet[Any]:
    """After the clock has run out, or the plan been reviewed; one statement."""
    return nudges(
        CategoryTalk.objects.to_have_again(today),
        key=dated_key("categories", day="again_on"),
        to=unless_shut_out(F("path__care__own_worker"), "path__client"),
        kind=CATEGORIES_AGAIN,
        reference="path__ref",
        due_on="again_on",
    )
