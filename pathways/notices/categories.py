"""Persons with whom the arrangement of support is to be talked about again: of which the own worker is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from paku.reminders.models import Delivery
from pathways.models import CategoryTalk, Pathway

CATEGORIES_AGAIN = "categories_again"


@dataclass(frozen=True, slots=True)
class ToldOfCategories:
    """An unseen notice, and the path that it is about. Of the category itself nothing is told."""

    notice: Delivery
    about: Any


def told_of_categories(user: Any, unseen: list[Delivery], today: date) -> list[ToldOfCategories]:
    """The one that has waited longest is first; one statement if there are any notices."""
    notices = {one.reference: one for one in unseen if one.kind == CATEGORIES_AGAIN}
    if not notices:
        return []
    waits = CategoryTalk.objects.to_have_again(today).filter(path=OuterRef("pk"))
    paths = Pathway.objects.related_to(user).with_people()
    found = paths.filter(Exists(waits), ref__in=list(notices))
    told = [ToldOfCategories(notices[path.ref], path) for path in found]
    return sorted(told, key=lambda one: (one.notice.due_on, one.about.pk))
