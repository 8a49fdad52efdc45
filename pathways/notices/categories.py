"""Persons with whom the arrangement of support is to be talked about again: of which the own worker is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from paku.reminders.models import Delivery
from paku.reminders.telling import Told, longest_waiting_first, references, teller
from pathways.models import CategoryTalk, Pathway

CATEGORIES_AGAIN = "categories_again"


@teller(CATEGORIES_AGAIN, template="pathways/categories/told.html", order=60)
def told_of_categories(user: Any, notices: Sequence[Delivery], today: date) -> list[Told]:
    """The one that has waited longest is first; of the category itself nothing is told. One statement."""
    waits = CategoryTalk.objects.to_have_again(today).filter(path=OuterRef("pk"))
    paths = Pathway.objects.related_to(user).with_people()
    return longest_waiting_first(notices, paths.filter(Exists(waits), ref__in=references(notices)))
