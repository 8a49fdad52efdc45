"""An absent author's draft goes on to another: one asks, a second person agrees, and only the receiver reads it.

The database moves the draft (migration 0004) after asking itself about the absence and the two people.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import connection, models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from paku.access.models import Team
from paku.kit.retention import Retention
from paku.saving.drafts import kinds_that_wait


class TakeoverOutcome(models.TextChoices):
    """Empty while it waits."""

    AGREED = "agreed", _("agreed: it went on to another")
    DECLINED = "declined", _("not agreed")
    WITHDRAWN = "withdrawn", _("taken back")
    FELL = "fell", _("fell: the author came back, or saved it")


@dataclass(frozen=True, slots=True)
class Left:
    """A draft whose author is away, without its text: who leads the author's team may know that it is there."""

    form: uuid.UUID
    author_id: int
    author: str
    key: str
    kept_at: datetime
    team_id: int


class TakeoverQuerySet(models.QuerySet["Takeover"]):
    """By state; the second fence shows it to the people in it, and to who leads the author's team."""

    def waiting(self) -> TakeoverQuerySet:
        return self.filter(outcome="")

    def with_people(self) -> TakeoverQuerySet:
        return self.select_related("author", "receiver", "asked_by", "decided_by", "team")

    def handed(self, receiver: Any, form: uuid.UUID) -> Takeover | None:
        """By whom a draft was begun that is now the receiver's; None for one's own."""
        agreed = self.filter(receiver=receiver, form=form, outcome=TakeoverOutcome.AGREED)
        return agreed.select_related("author").first()


class Takeover(models.Model):
    """`form` and `key` are those of the draft, `written_at` is when its author last wrote in it."""

    retention = Retention(
        owner="saving", ground="703/2023 9 §", period="12 y as in the trail", shred="delete with what it is about"
    )  # fmt: skip

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    form = models.UUIDField()
    key = models.CharField(max_length=80)
    written_at = models.DateTimeField()
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    receiver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(db_default=Now())
    outcome = models.CharField(max_length=10, choices=TakeoverOutcome.choices, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = TakeoverQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "form"], condition=Q(outcome=""), name="a_draft_is_asked_for_once"
            ),
            models.CheckConstraint(
                condition=~Q(receiver=F("asked_by"))
                & ~Q(receiver=F("author"))
                & ~Q(asked_by=F("author")),
                name="nobody_takes_a_draft_over_to_themselves",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=TakeoverOutcome.AGREED)
                | Q(decided_by__isnull=False)
                & ~Q(decided_by=F("asked_by"))
                & ~Q(decided_by=F("author")),
                name="two_people_take_a_draft_over",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_by=None, decided_at=None)
                | ~Q(outcome="") & Q(decided_by__isnull=False, decided_at__isnull=False),
                name="a_decision_on_a_draft_is_whole",
            ),
        ]
        indexes = [models.Index(fields=["receiver", "form"], name="takeover_by_receiver")]

    def __str__(self) -> str:
        return self.key

    @property
    def is_waiting(self) -> bool:
        return not self.outcome

    @property
    def about(self) -> str:
        """The ref of what the draft is about."""
        return self.key.partition("/")[2]

    def may_decide(self, user: Any, *, leads: bool) -> bool:
        """The receiver, or another who leads the team; never the one who asked."""
        is_party = user.pk == self.receiver_id or leads
        return self.is_waiting and is_party and user.pk not in (self.asked_by_id, self.author_id)

    def hand_on(self) -> bool:
        """By the second person, in their own sitting. False: the database found the draft saved or its author back."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT paku_take_over(%s)", [self.pk])
            return bool(cursor.fetchone()[0])


def left_to(lead: Any) -> list[Left]:
    """What authors who are away have left in the teams that the user leads, the oldest first; one statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM paku_drafts_left(%s, %s)", [lead.pk, kinds_that_wait()])
        return [Left(*row) for row in cursor.fetchall()]
