"""What works, worded so that nobody is known by it: lifted on purpose out of “this worked” marks (row S22)."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.conf import settings
from django.db import connection, models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from paku.kit.retention import Retention


@dataclass(frozen=True, slots=True)
class Marks:
    """`people`: on how many persons' paths it has worked, None below five; `area`: marks without a person."""

    people: int | None
    area: int


class GoodPracticeQuerySet(models.QuerySet["GoodPractice"]):
    def listed(self) -> GoodPracticeQuerySet:
        """Those that stand on the list, the newest first."""
        return self.filter(is_off=False).order_by("-at", "-pk")

    def with_marks(self) -> list[tuple[GoodPractice, Marks]]:
        """Each with the marks behind it; two statements. The database itself hides fewer than five persons."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT practice, people, area FROM paku_practices_counted()")
            counted = {key: Marks(people, area) for key, people, area in cursor.fetchall()}
        return [(one, counted.get(one.pk, Marks(None, 0))) for one in self.listed()]


class GoodPractice(models.Model):
    """`version` keeps two who write at once apart; `is_off`: taken off the list."""

    retention = Retention(
        owner="pathways", ground="no personal data", period="while in use", shred="delete"
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    what = models.CharField(_("what works"), max_length=200)
    how = models.CharField(_("how it is done"), max_length=500, blank=True)
    is_off = models.BooleanField(_("taken off the list"), default=False, db_default=False)
    version = models.PositiveSmallIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    objects = GoodPracticeQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="a_good_practice_says_what"),
        ]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return reverse("pathways:practice", args=[self.ref])
