"""A visit: a header, and its text in versions that are never overwritten."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clients.models.relation import opened_q
from network.models import Member, Step
from paku.saving.models import VersionedText
from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH
from pathways.models.visit_kind import VisitKind


class VisitQuerySet(models.QuerySet["Visit"]):
    """Visits of a path, newest first."""

    def on_path(self, path: Pathway) -> VisitQuerySet:
        return self.filter(path=path)

    def opened_by(self, user: Any) -> VisitQuerySet:
        return self.filter(opened_q(user, "path__client_id"))

    def newest_first(self) -> VisitQuerySet:
        return self.order_by("-on", "-pk")


class Visit(models.Model):
    """`met` False is an attempt: it is written down, and resets no clock. `version` is that of the newest text."""

    retention = OF_THE_PATH

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    path = models.ForeignKey(Pathway, models.PROTECT, related_name="visits")
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="visits")
    kind = models.ForeignKey(
        VisitKind, models.PROTECT, related_name="+", verbose_name=_("where and how")
    )
    on = models.DateField(_("date"))
    met = models.BooleanField(_("we met"), default=True)
    minutes = models.PositiveSmallIntegerField(_("minutes together"), null=True, blank=True)
    travel_km = models.DecimalField(
        _("kilometres"), max_digits=6, decimal_places=1, null=True, blank=True
    )
    client_was_present = models.BooleanField(default=True)
    present = models.ManyToManyField(
        Member, blank=True, related_name="+", verbose_name=_("who else was present")
    )
    steps = models.ManyToManyField(Step, through="VisitStep", related_name="+")
    version = models.PositiveSmallIntegerField(default=1)
    logged_at = models.DateTimeField(auto_now_add=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [
            models.Index(fields=["path", "-on", "-id"], name="visit_newest_on_path"),
            models.Index(fields=["worker", "-on"], name="visit_by_worker"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes=None) | Q(minutes__lte=1440), name="a_visit_fits_in_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on}"

    def get_absolute_url(self) -> str:
        return reverse("pathways:visit", args=[self.ref])

    @property
    def unmet(self) -> bool:
        """Tried, not met yet."""
        return not self.met


class VisitTextQuerySet(models.QuerySet["VisitText"]):
    """Texts with their header: how visits are read."""

    def newest(self) -> VisitTextQuerySet:
        """The valid version of each visit, header, kind and worker in the same statement."""
        return self.filter(version=F("visit__version")).select_related(
            "visit", "visit__kind", "visit__worker"
        )

    def newest_words_of(self, worker: Any) -> VisitTextQuerySet:
        """The last that the worker wrote of each of their own visits, be it corrected by somebody else since or not."""
        later = self.model.objects.filter(
            visit=OuterRef("visit"), author=worker, version__gt=OuterRef("version")
        )
        mine = self.filter(visit__worker=worker, author=worker).exclude(Exists(later))
        return mine.select_related("visit", "visit__kind", "visit__worker")

    def newest_or_by(self, author: Any) -> VisitTextQuerySet:
        """The valid version, and what the author has written; the newest first."""
        found = self.filter(Q(version=F("visit__version")) | Q(author=author))
        return found.select_related("visit", "visit__kind", "visit__worker").order_by("-version")

    def on_path(self, path: Pathway) -> VisitTextQuerySet:
        return self.filter(visit__path=path)

    def by(self, worker: Any) -> VisitTextQuerySet:
        """Of one worker's visits; `worker` None: of everybody's."""
        return self if worker is None else self.filter(visit__worker=worker)

    def newest_first(self) -> VisitTextQuerySet:
        return self.order_by("-visit__on", "-visit_id")


class VisitText(VersionedText):
    """What was written, and what the client said in own words, apart and first."""

    retention = OF_THE_PATH

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="texts")
    note = models.TextField(_("note"), blank=True)
    client_words = models.TextField(_("what the client said"), blank=True)

    objects = VisitTextQuerySet.as_manager()

    class Meta(VersionedText.Meta):
        ordering = ["visit", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "version"], name="one_text_per_version_of_a_visit"
            )
        ]

    def __str__(self) -> str:
        return f"{self.version}"

    @property
    def is_corrected(self) -> bool:
        """A newer version than this is the valid one."""
        return self.version < self.visit.version


class VisitStep(models.Model):
    """Which steps were agreed on the visit: the upper side links."""

    retention = OF_THE_PATH

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="visit_steps")
    step = models.ForeignKey(Step, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["visit", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["visit", "step"], name="a_step_is_linked_once")
        ]

    def __str__(self) -> str:
        return f"{self.visit_id}–{self.step_id}"
