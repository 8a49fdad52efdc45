"""The rule by which a service comes to the locality; its days are rows, so one of them can be cancelled."""

from __future__ import annotations

import uuid
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clients.models import Municipality
from network.models.service import Service
from paku.kit.retention import Forgotten, Retention

LONGEST = timedelta(days=550)  # a plan for longer than a year and a half is a wish
LAST = 5  # “the last one of the month”


class Rhythm(models.TextChoices):
    """How often the service comes."""

    ONCE = "once", _("once")
    WEEKS = "weeks", _("every week or every few weeks")
    MONTH = "month", _("on certain weekdays of the month")


class PopUpSeries(models.Model):
    """From `since` until `until`, both told: what is promised has an end. `nths`: 1–4, 5 = the last of the month."""

    retention = Retention(
        owner="network", ground="no client data", period="2 y from the last day", shred="delete",
        forgotten=Forgotten("until", years=2),
    )  # fmt: skip

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    service = models.ForeignKey(Service, models.CASCADE, related_name="pop_up_series")
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    place = models.CharField(_("place"), max_length=120)
    opens_at = models.TimeField(_("from"))
    closes_at = models.TimeField(_("until"))
    rhythm = models.CharField(_("how often"), max_length=10, choices=Rhythm.choices)
    every = models.PositiveSmallIntegerField(_("every how many weeks"), default=1)
    weekday = models.PositiveSmallIntegerField(_("weekday"))
    nths = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    since = models.DateField(_("first day"))
    until = models.DateField(_("last day"))

    class Meta:
        ordering = ["service", "since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")),
                name="a_pop_up_series_ends_later_in_the_day",
            ),
            models.CheckConstraint(
                condition=Q(until__gte=F("since")), name="a_pop_up_series_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(weekday__lte=6, every__gte=1, every__lte=12),
                name="a_pop_up_series_has_a_rhythm",
            ),
            models.CheckConstraint(
                condition=~Q(rhythm=Rhythm.MONTH)
                | Q(nths__len__gte=1, nths__contained_by=[1, 2, 3, 4, LAST]),
                name="a_monthly_series_tells_which_weeks",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.since}–{self.until}"

    def dates(self) -> list[date]:
        """Every day of the rule, in order."""
        if self.rhythm == Rhythm.ONCE:
            return [self.since]
        found = self._in_weeks() if self.rhythm == Rhythm.WEEKS else self._in_months()
        return list(found)

    def _in_weeks(self) -> Iterator[date]:
        day = self.since + timedelta(days=(self.weekday - self.since.weekday()) % 7)
        while day <= self.until:
            yield day
            day += timedelta(weeks=self.every)

    def _in_months(self) -> Iterator[date]:
        day = self.since
        while day <= self.until:
            if day.weekday() == self.weekday and self._is_one_of_the_month(day):
                yield day
            day += timedelta(days=1)

    def _is_one_of_the_month(self, day: date) -> bool:
        nth = (day.day - 1) // 7 + 1
        is_last = day.day + 7 > monthrange(day.year, day.month)[1]
        return (nth in self.nths and nth < LAST) or (is_last and LAST in self.nths)
