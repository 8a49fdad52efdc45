"""Review of the plan (suunnitelman tarkistus): 703/2023 42 § 2. How each goal went is told with the goals."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from pathways.models.document import Document, Part, words
from pathways.models.plan import Plan


class Outcome(models.TextChoices):
    """What the review leads to."""

    HOLDS = "holds", _("the plan holds")
    CHANGES = "changes", _("the plan is made anew")
    ASSESSED_ANEW = "assessed_anew", _("the need is assessed anew")
    NO_NEED = "no_need", _("a plan is not needed any more")


class Review(Document):
    """`plan`: the one that was in force when the review was begun."""

    kind = "review"
    rests_on = ("plan",)
    title = _("Review of the plan")
    parts = (
        Part(_("The person's own view"), ("client_view", "client_hopes")),
        Part(_("Those who carried out the plan"), ("others_by", "others_view")),
        Part(_("The worker's estimate"), ("worker_view", "need_now")),
        Part(_("What follows"), ("outcome", "changes", "next_review_on")),
    )
    of_the_person = frozenset({"client_view", "client_hopes"})

    plan = models.ForeignKey(Plan, models.PROTECT, null=True, blank=True, related_name="reviews")
    client_view = words(_("How the plan has come true, as the person sees it"))
    client_hopes = words(_("What the person hopes for next"))
    others_by = models.CharField(
        _("Others who carried out the plan: name and role"), max_length=300, blank=True, default=""
    )
    others_view = words(_("How the plan has come true, as they see it"))
    worker_view = words(_("The worker's estimate of how the goals were met"))
    need_now = words(_("The need of services now"))
    outcome = models.CharField(
        _("After the review"), max_length=16, choices=Outcome.choices, blank=True, default=""
    )
    changes = words(_("What changes"))
    next_review_on = models.DateField(_("Next review"), null=True, blank=True)

    class Meta(Document.Meta):
        abstract = False
        indexes = [
            *Document.Meta.indexes,
            models.Index(fields=["next_review_on"], name="review_by_next"),
        ]


def to_review(model: type[Plan | Review], today: date) -> models.QuerySet[Any]:
    """Plans, or reviews, of open paths whose next review has come, unless a plan or a review has been made since."""
    waiting = model.objects.filter(
        ready_at__isnull=False,
        next_review_on__lte=today,
        path__ended_on=None,
        path__client__died_on=None,
    )
    for later in (Plan, Review):
        since = later.objects.filter(path=OuterRef("path"), ready_at__gt=OuterRef("ready_at"))
        waiting = waiting.exclude(Exists(since))
    return waiting
