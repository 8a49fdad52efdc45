"""A network meeting: those around the person at one table, the person's own words first, and what was agreed there."""

from __future__ import annotations

import uuid
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from clients.models.relation import followed_q, relations_of
from paku.kit.dates import HELSINKI, finnish_date
from paku.kit.retention import Retention

PEOPLE = ("client", "called_by", "edited_by", "ready_by", "cancelled_by")


class ClientPart(models.TextChoices):
    """A meeting is held with the client, or after they have been heard."""

    PRESENT = "present", _("is at the table")
    HEARD = "heard", _("is heard before the meeting")


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Meetings by whose they are and when."""

    def of(self, client: Client) -> MeetingQuerySet:
        return self.filter(client=client)

    def known_to(self, user: Any) -> MeetingQuerySet:
        """With `relations`, as the doors ask; strangers find nothing."""
        return self.annotate(relations=relations_of(user, "client_id")).exclude(relations=[])

    def near(self, user: Any) -> MeetingQuerySet:
        """Of those with whom the user works, or whose workers they lead."""
        return self.filter(followed_q(user, "client_id"))

    def standing(self) -> MeetingQuerySet:
        return self.filter(cancelled_on=None)

    def coming(self, today: date) -> MeetingQuerySet:
        """Today's and later ones, the soonest first."""
        begins = datetime.combine(today, time.min, HELSINKI)
        ahead = self.standing().filter(ready_at=None, starts_at__gte=begins)
        return ahead.order_by("starts_at", "pk")

    def before(self, meeting: Meeting) -> MeetingQuerySet:
        """Agreed ones of the same person that were held earlier, the newest first."""
        return self.agreed().filter(client=meeting.client_id, starts_at__lt=meeting.starts_at)

    def agreed(self) -> MeetingQuerySet:
        """Held, its memo agreed on; the newest first."""
        return self.filter(ready_at__isnull=False).order_by("-starts_at", "-pk")

    def with_people(self) -> MeetingQuerySet:
        return self.select_related(*PEOPLE)


class Meeting(models.Model):
    """`saves` counts every change of the plan or the memo, so that nobody writes over another; `sequence` those that
    a calendar must be told of. With `ready_at` the memo is agreed on: the database then refuses to change it."""

    retention = Retention(
        owner="network",
        ground="703/2023 annex: 10 y from closing the matter",
        period="10 y",
        shred="delete",
        years=10,
        counted_from="path_end",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="meetings")
    purpose = models.TextField(_("what the meeting is for, in the client's words"))
    starts_at = models.DateTimeField(_("when"))
    minutes = models.PositiveSmallIntegerField(_("how many minutes"), default=60)
    place = models.CharField(_("where"), max_length=200, blank=True)
    remote = models.CharField(_("how to join from afar"), max_length=300, blank=True)
    client_part = models.CharField(
        _("how the client takes part"), max_length=10, choices=ClientPart.choices
    )
    heard_on = models.DateField(_("heard on"), null=True, blank=True)
    heard_by = models.CharField(_("heard by"), max_length=120, blank=True)
    heard_words = models.TextField(_("what the client wants to be said"), blank=True)
    client_view = models.TextField(_("how the client sees it"), blank=True)
    called_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    called_at = models.DateTimeField(_("called on"), db_default=Now())
    sequence = models.PositiveIntegerField(default=0)
    saves = models.PositiveIntegerField(default=1)
    edited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    edited_at = models.DateTimeField(db_default=Now())
    cancelled_on = models.DateField(_("cancelled on"), null=True, blank=True)
    cancelled_why = models.CharField(_("why it was cancelled"), max_length=300, blank=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ready_on = models.DateField(_("memo agreed on"), null=True, blank=True)
    ready_at = models.DateTimeField(null=True, blank=True)
    ready_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    relations: list[str]  # where a door has asked
    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ready_at=None)
                | Q(client_part="present")
                | Q(heard_on__isnull=False) & ~Q(heard_by="") & ~Q(heard_words=""),
                name="nothing_is_agreed_on_without_hearing_the_client",
            ),
            models.CheckConstraint(
                condition=Q(ready_at=None, ready_on=None, ready_by=None)
                | Q(ready_at__isnull=False, ready_on__isnull=False, ready_by__isnull=False),
                name="an_agreed_memo_tells_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on=None, cancelled_by=None, cancelled_why="")
                | Q(cancelled_on__isnull=False, cancelled_by__isnull=False, ready_at=None)
                & ~Q(cancelled_why=""),
                name="a_cancelled_meeting_tells_why",
            ),
            models.CheckConstraint(
                condition=~Q(place="", remote=""), name="a_meeting_has_a_place_or_a_way_from_afar"
            ),
        ]
        indexes = [
            models.Index(fields=["client", "-starts_at"], name="meeting_by_client"),
            models.Index(fields=["starts_at"], name="meeting_by_time"),
        ]

    def __str__(self) -> str:
        return f"{finnish_date(self.starts_at)}"

    def get_absolute_url(self) -> str:
        return reverse("network:meeting", args=[self.ref])

    @property
    def is_ready(self) -> bool:
        return self.ready_at is not None

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_on is not None

    @property
    def is_open(self) -> bool:
        """It may still be changed: neither agreed on nor cancelled."""
        return not self.is_ready and not self.is_cancelled

    @property
    def is_with_client(self) -> bool:
        return self.client_part == ClientPart.PRESENT

    @property
    def is_heard(self) -> bool:
        """At the table, or heard before: when, by whom and what they want said are all written down."""
        return self.is_with_client or bool(self.heard_on and self.heard_by and self.heard_words)

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def when(self) -> str:
        """“12.11.2026 13.00–14.30”, of the clock on the wall."""
        begins, ends = self.starts_at.astimezone(HELSINKI), self.ends_at.astimezone(HELSINKI)
        hours = f"{begins.hour}.{begins.minute:02}–{ends.hour}.{ends.minute:02}"
        return f"{finnish_date(begins)} {hours}"

    @property
    def where(self) -> str:
        return " · ".join(part for part in (self.place, self.remote) if part)
