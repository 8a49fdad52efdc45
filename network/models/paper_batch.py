"""Papers of one meeting that are made as one job: who asked, for whom, in which language, and what became of each."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.models.disclosure import Disclosure
from network.models.meeting import Meeting
from network.models.meeting_parts import WITH_THE_MEETING
from network.models.member import Member
from network.models.paper_request import PaperOutcome, PaperRequest
from paku.kit.retention import Retention


class MeetingPaper(models.TextChoices):
    """Before the meeting and after it."""

    INVITATION = "invitation", _("invitation")
    MEMO = "memo", _("memo")


class LineState(models.TextChoices):
    """`ASKED`: the paper needs two, and waits for the second where all such papers wait."""

    WAITING = "waiting", _("being made")
    MADE = "made", _("ready")
    ASKED = "asked", _("needs a second person")
    REFUSED = "refused", _("not made")


ON_THE_WAY = (LineState.WAITING, LineState.MADE)


class PaperBatch(models.Model):
    """`on` is the day that stands on the papers. `trouble`: why the rest is late, a code; empty when nothing is."""

    retention = WITH_THE_MEETING

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="batches")
    kind = models.CharField(max_length=12, choices=MeetingPaper.choices)
    on = models.DateField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(db_default=Now())
    trouble = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name_plural = "paper batches"

    def __str__(self) -> str:
        return f"{self.on}"

    def get_absolute_url(self) -> str:
        return reverse("network:meeting-batch", args=[self.meeting.ref, self.ref])


class PaperLineQuerySet(models.QuerySet["PaperLine"]):
    """By meeting and state."""

    def of(self, meeting: Meeting) -> PaperLineQuerySet:
        return self.filter(batch__meeting=meeting)

    def same(self, meeting: Meeting, member: Member | None, fingerprint: str) -> PaperLineQuerySet:
        """The very paper for the same person."""
        found = self.filter(member=member, fingerprint=fingerprint).select_related("batch__meeting")
        return found if member else found.filter(batch__meeting=meeting)

    def waiting(self) -> PaperLineQuerySet:
        """Still to be made, in the order in which they were asked for."""
        return self.filter(state=LineState.WAITING).order_by("pk")

    def standing(self, today: date) -> PaperLineQuerySet:
        """Made, on the way, or before a second person: the same paper is not made again."""
        may_be_given = Q(asked__outcome=PaperOutcome.GIVEN)
        waits = Q(asked__outcome="", asked__until__gte=today)
        return self.filter(Q(state__in=ON_THE_WAY) | may_be_given | waits)

    def made(self) -> PaperLineQuerySet:
        """On paper: by one, or by two when the second has agreed."""
        return self.filter(Q(disclosure__isnull=False) | Q(asked__disclosure__isnull=False))

    def with_people(self) -> PaperLineQuerySet:
        """Whose it is, and who asked."""
        return self.select_related(
            "batch__asked_by", "batch__meeting__client", "member__organisation", "member__user"
        )

    def with_papers(self) -> PaperLineQuerySet:
        """With what was made of each, without the bytes."""
        told = ("disclosure__paper", "asked__disclosure__paper")
        return self.select_related("batch", *told).defer(*(f"{name}__pdf" for name in told))


class PaperLine(models.Model):
    """One recipient's paper: `member` None is the client. `fingerprint` is of the paper that was looked at: that very
    one is made, or none. `tries`: how often the press has given up on it."""

    retention: ClassVar[Retention] = replace(WITH_THE_MEETING, with_owner="network.PaperBatch")

    batch = models.ForeignKey(PaperBatch, models.PROTECT, related_name="lines")
    member = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="paper_lines"
    )
    recipient = models.CharField(max_length=200)
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    fingerprint = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=LineState.choices, default=LineState.WAITING)
    sentence = models.CharField(max_length=300, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    decided_at = models.DateTimeField(null=True, blank=True)
    disclosure = models.OneToOneField(
        Disclosure, models.PROTECT, null=True, blank=True, related_name="batch_line"
    )
    asked = models.OneToOneField(
        PaperRequest, models.PROTECT, null=True, blank=True, related_name="batch_line"
    )

    objects: ClassVar[Any] = PaperLineQuerySet.as_manager()

    class Meta:
        ordering = ["batch", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "member"],
                nulls_distinct=False,
                name="a_batch_has_one_paper_for_each",
            ),
            models.UniqueConstraint(
                fields=["member", "fingerprint"],
                condition=Q(state__in=ON_THE_WAY, member__isnull=False),
                name="the_same_paper_is_made_for_a_member_once",
            ),
            models.CheckConstraint(
                condition=Q(state=LineState.MADE, disclosure__isnull=False)
                | ~Q(state=LineState.MADE) & Q(disclosure=None),
                name="a_paper_that_is_ready_was_told_of",
            ),
            models.CheckConstraint(
                condition=~Q(state=LineState.REFUSED) | ~Q(sentence=""),
                name="a_paper_that_is_not_made_says_why",
            ),
            models.CheckConstraint(
                condition=Q(state=LineState.ASKED, asked__isnull=False)
                | ~Q(state=LineState.ASKED) & Q(asked=None),
                name="a_paper_for_two_has_its_request",
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"], condition=Q(state=LineState.WAITING), name="paper_lines_waiting"
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.recipient

    @property
    def given(self) -> Disclosure | None:
        """What went out of the house of it, whoever agreed."""
        return self.disclosure or (self.asked.disclosure if self.asked else None)
