"""Who needs special support has a social worker among own worker and pair (SHL 42 §): told, never refused."""

from __future__ import annotations

from datetime import date
from typing import Any

from clients.models.assignment import Part
from paku.access.models import Membership
from paku.access.roles import Role
from pathways.models.assessment import Assessment, SpecialSupport
from pathways.models.document import Document


def is_needed(document: Document | None) -> bool:
    """By the assessment itself, or by the one on which a plan rests."""
    found: Any = document if isinstance(document, Assessment) else getattr(document, "assessment", None)  # fmt: skip
    return found is not None and found.special_support == SpecialSupport.YES


def lacks_social_worker(path: Any, today: date) -> bool:
    """On an open path: neither own worker nor pair is one today; one statement."""
    if not path.is_open:
        return False
    pairs = path.care.assignments.filter(part=Part.PAIR, since__lte=today).exclude(until__lt=today)
    beside = Membership.objects.on(today).filter(role=Role.SOCIAL_WORKER, user__is_active=True)
    own = beside.filter(user=path.care.own_worker_id)
    return not (own | beside.filter(user__in=pairs.values("worker"))).exists()
