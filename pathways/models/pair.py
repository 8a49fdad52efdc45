"""Who does what: what an own worker and the one who walks beside have agreed on, from a day on (row S17)."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models import Assignment, Client
from clients.models.assignment import Part
from paku.kit.dated import Dated, DatedQuerySet
from paku.kit.today import Today
from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH


class PairQuerySet(DatedQuerySet):
    """Agreements by state and by whom they are between."""

    def of(self, client: Client) -> PairQuerySet:
        return self.filter(path__client=client)

    def in_force(self) -> PairQuerySet:
        """The newest with each partner, on a path that goes on, while the partner still walks beside."""
        return self.filter(Exists(_beside()), until=None, path__ended_on=None)

    def with_people(self) -> PairQuerySet:
        return self.select_related("worker", "partner", "path__client")


class Pair(Dated):
    """Never changed but for its end and the day of the next report: another agreement follows it.

    `report_due_on` is moved on by each report that is sent (`report_weeks`), and by asking for one by a day.
    """

    retention = OF_THE_PATH

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    path = models.ForeignKey(Pathway, models.PROTECT, related_name="pairs")
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    partner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    worker_duties = models.TextField(_("what the own worker does"))
    partner_duties = models.TextField(_("what the one beside does"))
    report_weeks = models.PositiveSmallIntegerField(
        _("weeks between reports"), null=True, blank=True
    )
    report_due_on = models.DateField(_("next report by"), null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    objects: ClassVar[Any] = PairQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ["path", "-since", "-pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["path", "partner"],
                condition=Q(until=None),
                name="a_pair_has_one_agreement_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(report_weeks=None) | Q(report_weeks__range=(1, 26)),
                name="a_report_comes_within_half_a_year",
            ),
        ]
        indexes = [
            models.Index(
                fields=["report_due_on"],
                condition=Q(until=None, report_due_on__isnull=False),
                name="report_due_by_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.since}–{self.until or ''}"

    @property
    def due_as_seen(self) -> str:
        """What a sheet remembers of the day of the next report."""
        return self.report_due_on.isoformat() if self.report_due_on else "none"


def _beside() -> Any:
    """An assignment of today that makes the agreement live."""
    today = Today()
    return Assignment.objects.on(today).filter(
        worker=OuterRef("partner"), care=OuterRef("path__care"), care__ended_on=None
    )


def beside(path: Pathway, today: date) -> list[Assignment]:
    """Who walks beside the own worker today, no students: whom an agreement can be with; one statement."""
    found = Assignment.objects.on(today).filter(
        care=path.care_id, part__in=(Part.PAIR, Part.NEAR_WORKER)
    )
    others = found.exclude(worker=F("care__own_worker")).select_related("worker")
    return list(others.order_by("worker__name", "pk"))
