"""What belongs to one network meeting: who was asked to it, what was decided, and what was corrected afterwards."""

from __future__ import annotations

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from network.models.meeting import Meeting
from network.models.member import Member
from network.models.step import Step
from paku.kit.retention import Retention

WITH_THE_MEETING = Retention(
    owner="network",
    ground="703/2023 annex: 10 y from closing the matter",
    period="with the meeting",
    shred="delete",
    with_owner="network.Meeting",
)


class Attendance(models.TextChoices):
    """Five states, from the invitation to what came of it."""

    INVITED = "invited", _("invited")
    ACCEPTED = "accepted", _("has said yes")
    PRESENT = "present", _("was there")
    ABSENT = "absent", _("did not come")
    EXCUSED = "excused", _("could not come and told so")


AFTERWARDS = frozenset({Attendance.PRESENT, Attendance.ABSENT, Attendance.EXCUSED})


class MeetingParty(models.Model):
    """One who was asked to the table; no account is needed. `view` is how they see it, as they said it."""

    retention = WITH_THE_MEETING

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="parties")
    member = models.ForeignKey(Member, models.PROTECT, related_name="meetings")
    attendance = models.CharField(
        _("taking part"), max_length=10, choices=Attendance.choices, default=Attendance.INVITED
    )
    view = models.TextField(_("how they see it"), blank=True)

    class Meta:
        ordering = ["meeting", "pk"]
        verbose_name_plural = "meeting parties"
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "member"], name="everybody_is_asked_to_a_meeting_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.member)


class MeetingDecision(models.Model):
    """Who does what by when. `step` is there when the memo has been agreed on; `doer` None is the client."""

    retention = WITH_THE_MEETING

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    what = models.CharField(_("what"), max_length=300)
    doer = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(_("by when"))
    step = models.OneToOneField(
        Step, models.PROTECT, null=True, blank=True, related_name="decision"
    )

    state: str  # "overdue", "today" or empty: where a page has asked on which day it is looked at

    class Meta:
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="one_decision_of_each_number_in_a_meeting"
            ),
            models.CheckConstraint(condition=~Q(what=""), name="a_decision_says_what"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def done_on(self) -> date | None:
        return self.step.done_on if self.step else None

    def state_on(self, today: date) -> str:
        """As an open step is shown."""
        if self.done_on or self.due_on > today:
            return ""
        return "today" if self.due_on == today else "overdue"

    @property
    def doer_name(self) -> str:
        """As it is said aloud; of a doer whose row the database keeps back from the reader, no name."""
        if self.doer_id and self.doer is None:
            return gettext("somebody close by")
        return self.doer.name if self.doer else self.meeting.client.spoken_name


class MeetingCorrection(models.Model):
    """What was mended in words after the memo had been agreed on; the memo itself stays as it was."""

    retention = WITH_THE_MEETING

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="corrections")
    text = models.TextField(_("correction"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField(_("day"))
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["meeting", "at", "pk"]

    def __str__(self) -> str:
        return f"{self.on}"
