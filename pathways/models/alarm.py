"""A question about an opening that no relation explains: asked of the worker, judged by those who answer for the file.

No text of any file is in it: who, whose, when, under which relation, and why it is asked.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from paku.access.models import Team
from paku.access.roles import May
from paku.kit.retention import Retention

OF_THE_LOG = Retention(
    owner="pathways", ground="703/2023 annex: logs 12 y", period="12 y", shred="delete"
)
RETENTION = replace(OF_THE_LOG, years=12, counted_from="event", event="raised_on")


class Rule(models.TextChoices):
    """Why it is asked (security row 37), the strongest first: of several that fit, one is asked about."""

    EMERGENCY = "emergency", _("opened as an emergency")
    EXCLUDED = "excluded", _("tried by somebody who is excluded from the file")
    COLLEAGUE = "colleague", _("the client is a colleague")
    SAME_CONTACT = "same_contact", _("the same phone number or address as the worker's")
    SAME_NAME = "same_name", _("the same last name as the worker's")
    CLOSED = "closed", _("the matter had been closed for over 30 days")
    ENDED = "ended", _("the worker's own part had ended, and no contact followed")
    LEADING = "leading", _("a supervisor's reading without anything that it belongs to")
    STAND_IN = "stand_in", _("opened by a stated reason, and no contact followed")
    UNRELATED = "unrelated", _("no assignment, visit, call or step near in time")
    NARROWED = "narrowed", _("one person looked for on several days without a matter")
    REPEATED = "repeated", _("the same name searched for on three days or more")


class AlarmState(models.TextChoices):
    """From the question to its end."""

    ASKED = "asked", _("waits for the worker's explanation")
    EXPLAINED = "explained", _("waits for the supervisor")
    PASSED_ON = "passed_on", _("waits for the privacy officer")
    ACCEPTED = "accepted", _("accepted by the supervisor")
    JUSTIFIED = "justified", _("there was a ground")
    UNJUSTIFIED = "unjustified", _("there was no ground")


OPEN = (AlarmState.ASKED, AlarmState.EXPLAINED, AlarmState.PASSED_ON)
GROUNDED = (AlarmState.ACCEPTED, AlarmState.JUSTIFIED)
YEAR = timedelta(days=365)


class AlarmQuerySet(models.QuerySet["Alarm"]):
    """Who sees which, and for whom they wait. What an excluded person tried is not asked of them: the answer
    “no such client” holds for questions as well."""

    def asked_of(self, user: Any) -> AlarmQuerySet:
        return self.filter(worker=user).exclude(rule=Rule.EXCLUDED)

    def waiting_for_worker(self) -> AlarmQuerySet:
        return self.filter(state=AlarmState.ASKED).exclude(rule=Rule.EXCLUDED)

    def reviewed_by(self, user: Any) -> AlarmQuerySet:
        """The privacy officer sees all, a supervisor those of the own teams; nobody judges their own."""
        found = self.exclude(worker=user)
        if user.may(May.READ_TRAIL):
            return found
        return found.filter(team__in=user.teams_where(May.REVIEW_ALARMS))

    def seen_by(self, user: Any) -> AlarmQuerySet:
        own = Q(worker=user) & ~Q(rule=Rule.EXCLUDED)
        if user.may(May.READ_TRAIL):
            return self.filter(own | ~Q(worker=user))
        teams = user.teams_where(May.REVIEW_ALARMS)
        return self.filter(own | (Q(team__in=teams) & ~Q(worker=user)))

    def for_supervisor(self, today: date) -> AlarmQuerySet:
        """Explained, or not explained in time: those come by themselves."""
        return self.filter(_ripe(today), team__isnull=False)

    def for_officer(self, today: date) -> AlarmQuerySet:
        """Passed on, and those of workers who have no supervisor above them."""
        return self.filter(Q(state=AlarmState.PASSED_ON) | _ripe(today) & Q(team=None))


def _ripe(today: date) -> Q:
    late = Q(state=AlarmState.ASKED, answer_by__lt=today)
    return Q(state=AlarmState.EXPLAINED) | late


class Alarm(models.Model):
    """`client_ref` stands as on the trail, without a key; empty when a search found nobody. `team` is the team whose
    supervisor judges; empty when the worker is a supervisor, or the team has none: then the privacy officer does."""

    retention = RETENTION

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="alarms")
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="alarms")
    client_ref = models.UUIDField(null=True, blank=True)
    rule = models.CharField(max_length=20, choices=Rule.choices)
    on = models.DateField()
    seen_at = models.DateTimeField()
    openings = models.PositiveIntegerField(default=1)
    deed = models.CharField(max_length=60, blank=True)
    relation = models.CharField(max_length=30, blank=True)
    raised_on = models.DateField()
    answer_by = models.DateField()
    state = models.CharField(max_length=20, choices=AlarmState.choices, default=AlarmState.ASKED)
    explanation = models.CharField(_("explanation"), max_length=1000, blank=True, db_default="")
    explained_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decision = models.CharField(_("in a few words"), max_length=1000, blank=True, db_default="")
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    settlement = models.CharField(_("conclusion"), max_length=1000, blank=True, db_default="")

    objects = AlarmQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["worker", "client_ref", "rule", "on"],
                nulls_distinct=False,
                name="asked_once_of_worker_client_rule_and_day",
            ),
            models.CheckConstraint(
                condition=(Q(decided_by=None) | ~Q(decided_by=F("worker")))
                & (Q(settled_by=None) | ~Q(settled_by=F("worker"))),
                name="nobody_judges_their_own_opening",
            ),
        ]
        indexes = [
            models.Index(fields=["worker", "-raised_on", "-id"], name="alarm_of_worker"),
            models.Index(fields=["team", "-raised_on", "-id"], name="alarm_of_team"),
            models.Index(fields=["-raised_on", "-id"], name="alarm_newest_first"),
            models.Index(fields=["worker"], condition=Q(state="asked"), name="alarm_unanswered"),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.rule}"

    def get_absolute_url(self) -> str:
        return reverse("pathways:alarm", args=[self.ref])

    def is_late(self, today: date) -> bool:
        """The worker's seven days are over."""
        return self.state == AlarmState.ASKED and self.answer_by < today


class AlarmNight(models.Model):
    """A day that has been looked at: written with its alarms or not at all, so that a killed run is run again."""

    retention = OF_THE_LOG

    day = models.DateField(primary_key=True)
    openings = models.PositiveIntegerField(default=0, db_default=0)
    raised = models.PositiveIntegerField(default=0, db_default=0)
    looked_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day}"


def figures(today: date) -> dict[str, Any]:
    """Of the last twelve months, for the privacy officer; two statements. `rules`: (label, numbers) of each kind."""
    counted = Alarm.objects.filter(raised_on__gt=today - YEAR).order_by().values("rule").annotate(
        total=Count("pk"),
        waiting=Count("pk", filter=Q(state__in=OPEN)),
        grounded=Count("pk", filter=Q(state__in=GROUNDED)),
        groundless=Count("pk", filter=Q(state=AlarmState.UNJUSTIFIED)),
    )  # fmt: skip
    rows: dict[str, Any] = {row["rule"]: row for row in counted}
    openings = AlarmNight.objects.filter(day__gt=today - YEAR).aggregate(all=Sum("openings"))
    sums = ("total", "waiting", "grounded", "groundless")
    return {
        "openings": openings["all"] or 0,
        **{name: sum(row[name] for row in rows.values()) for name in sums},
        "rules": [(rule.label, rows[rule]) for rule in Rule if rule in rows],
    }
