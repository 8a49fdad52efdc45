"""The calls after support: how it is going one, three and six months on. Each is an agreed step, with a result."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.models import Step
from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH

MONTHS = (1, 3, 6)


class Result(models.TextChoices):
    """`NOT_NEEDED`: support began again, or the path ended otherwise, before the call."""

    REACHED = "reached", _("reached")
    NOT_REACHED = "not_reached", _("not reached")
    NOT_NEEDED = "not_needed", _("not needed any more")


class CheckInQuerySet(models.QuerySet["CheckIn"]):
    """Calls of a path, in the order of their days."""

    def on_path(self, path: Pathway) -> CheckInQuerySet:
        return self.filter(path=path)

    def open(self) -> CheckInQuerySet:
        return self.filter(result="")

    def told(self) -> CheckInQuerySet:
        return self.select_related("step", "step__doer", "by").order_by("step__due_on", "pk")


class CheckIn(models.Model):
    """`step` says who calls and by when. Tried in vain, it is closed and another call of the same month follows it."""

    retention = OF_THE_PATH

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    path = models.ForeignKey(Pathway, models.PROTECT, related_name="check_ins")
    step = models.OneToOneField(Step, models.PROTECT, related_name="check_in")
    months = models.PositiveSmallIntegerField(_("months after"))
    attempt = models.PositiveSmallIntegerField(default=1, db_default=1)
    result = models.CharField(max_length=12, choices=Result.choices, blank=True)
    on = models.DateField(_("date"), null=True, blank=True)
    client_words = models.TextField(_("how it is going, in the client's words"), blank=True)
    words = models.TextField(_("in the worker's words"), blank=True)
    what_next = models.CharField(_("what next"), max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(db_default=Now())

    objects = CheckInQuerySet.as_manager()

    class Meta:
        ordering = ["path", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(result="", on=None, by=None)
                | (~Q(result="") & Q(on__isnull=False, by__isnull=False)),
                name="a_call_with_a_result_tells_who_and_when",
            ),
        ]
        indexes = [models.Index(fields=["path", "id"], name="check_in_by_path")]

    def __str__(self) -> str:
        return f"{self.path_id}/{self.months}"

    def get_absolute_url(self) -> str:
        return reverse("pathways:check-in", args=[self.ref])

    @property
    def is_open(self) -> bool:
        return not self.result
