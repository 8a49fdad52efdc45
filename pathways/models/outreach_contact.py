"""Somebody met before being a client: a nickname and a place. No identity code, no consent, and not for long."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import DateField, F, Func, Q, Subquery
from django.db.models.functions import Greatest
from django.utils.translation import gettext_lazy as _

from clients.models import Client, Municipality, Village
from clients.models.relation import opened_q
from paku.access.models import Team
from paku.access.roles import May
from paku.kit.retention import Retention
from paku.reminders.models import Clock
from pathways.models.outreach import whereabouts

KEPT, WARNED = "outreach_contact", "outreach_contact_warning"
RETENTION = Retention(
    owner="pathways",
    ground="GDPR 5 (1) e: no longer than needed; 703/2023 annex once the person is a client",
    period="90 d from the last meeting (clock); after becoming a client 10 y from closing the matter",
    shred="delete",
    years=10,
    counted_from="path_end",
)


class ContactQuerySet(models.QuerySet["OutreachContact"]):
    """Contacts by team and by the clock. Without a clock in force none is ever due."""

    def of_teams(self, user: Any) -> ContactQuerySet:
        """The team's own while they are nobody's file; then theirs to whom that file is open."""
        mine = Q(client=None, team_id__in=user.teams_where(May.DO_OUTREACH))
        return self.filter(mine | (Q(client__isnull=False) & Q(opened_q(user, "client_id"))))

    def open(self) -> ContactQuerySet:
        return self.filter(client=None)

    def became_clients(self) -> ContactQuerySet:
        return self.exclude(client=None)

    def with_people(self) -> ContactQuerySet:
        return self.select_related(
            "author", "taken_by", "team", "municipality", "village", "client"
        )

    def timed(self, today: date) -> ContactQuerySet:
        """With `deleted_on` and `warned_on`: the clock runs from the last meeting; what is written down late is warned
        of all the same. Without either clock in force neither day comes."""
        kept, warned = _days(KEPT, today), _days(WARNED, today)
        late = _moved(_moved(F("logged_on"), "+", warned), "-", kept)
        begun = Greatest("last_met_on", late, output_field=DateField())
        ends: Any = self.annotate(deleted_on=_moved(begun, "+", kept))
        timed: ContactQuerySet = ends.annotate(warned_on=_moved(F("deleted_on"), "-", warned))
        return timed

    def ending(self, today: date) -> ContactQuerySet:
        """Open ones whose reminder is due."""
        timed: Any = self.open().timed(today)
        due: ContactQuerySet = timed.filter(warned_on__lte=today)
        return due

    def run_out(self, today: date) -> ContactQuerySet:
        """Open ones that nobody opened in time."""
        ending: Any = self.ending(today)
        over: ContactQuerySet = ending.filter(deleted_on__lte=today)
        return over


class OutreachContact(models.Model):
    """`client` is set when the person has become one: the row is then closed, and part of that file."""

    retention = RETENTION

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    nickname = models.CharField(_("called"), max_length=100)
    place = models.CharField(_("place"), max_length=100)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+"
    )
    village = models.ForeignKey(Village, models.PROTECT, null=True, blank=True, related_name="+")
    how_to_find = models.CharField(_("how to find the person again"), max_length=300, blank=True)
    words = models.TextField(_("what worries, in own words"), blank=True)
    is_urgent = models.BooleanField(_("urgent"), default=False)
    met_on = models.DateField(_("met on"))
    last_met_on = models.DateField()
    logged_on = models.DateField()
    client = models.ForeignKey(
        Client, models.PROTECT, null=True, blank=True, related_name="outreach_contacts"
    )
    closed_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    deleted_on: date | None  # where `timed` has asked
    warned_on: date | None
    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ["-last_met_on", "-pk"]
        indexes = [
            models.Index(fields=["team", "-last_met_on", "-id"], name="contact_newest_of_team"),
            models.Index(
                fields=["last_met_on"], condition=Q(client=None), name="contact_open_by_day"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(nickname="") & ~Q(place=""),
                name="a_contact_has_a_nickname_and_a_place",
            ),
            models.CheckConstraint(
                condition=Q(client=None, closed_on=None)
                | Q(client__isnull=False, closed_on__isnull=False),
                name="a_closed_contact_tells_its_client",
            ),
        ]

    def __str__(self) -> str:
        return self.nickname

    @property
    def is_open(self) -> bool:
        return self.client_id is None

    @property
    def where(self) -> str:
        return whereabouts(self)


class OutreachMeeting(models.Model):
    """Met again: a day, the person's words and the worker's own note, apart. Added only, never changed."""

    retention = RETENTION

    contact = models.ForeignKey(OutreachContact, models.CASCADE, related_name="meetings")
    on = models.DateField(_("date"))
    words = models.TextField(_("what the person said, in own words"), blank=True)
    note = models.TextField(_("note"), blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.on}"


def _days(code: str, today: date) -> Subquery:
    """The length of a clock in force that day; the newest wins."""
    clocks = Clock.objects.on(today).filter(code=code).order_by("-since", "-pk")
    return Subquery(clocks.values("days")[:1])


def _moved(day: Any, way: str, days: Subquery) -> Func:
    """A day so many days later (`+`) or earlier (`-`)."""
    return Func(
        day, days, template="(%(expressions)s)", arg_joiner=f" {way} ", output_field=DateField()
    )
