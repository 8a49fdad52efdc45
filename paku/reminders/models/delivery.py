"""What has been promised to whom: the unique key is the lock, a lease by database time says who is sending."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from paku.kit.retention import Retention


class Channel(models.TextChoices):
    """By which way it reaches the worker."""

    APP = "app", _("in Paku")
    MAIL = "mail", _("by e-mail")


class State(models.TextChoices):
    """From promise to end. An in-app notice is `sent` when its row exists."""

    PENDING = "pending", _("waiting")
    CLAIMED = "claimed", _("being sent")
    RETRY = "retry", _("will be tried again")
    SENT = "sent", _("delivered")
    FOLDED = "folded", _("joined to a newer one")
    EMPTY = "empty", _("nothing was left to tell")
    DEAD = "dead", _("given up; a person must look")


UNFINISHED = (State.PENDING, State.CLAIMED, State.RETRY)


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Notices for people; the mails' own states are moved in `claims.py` only."""

    def to_user(self, user: Any) -> DeliveryQuerySet:
        return self.filter(to=user)

    def notices_for(self, user: Any) -> DeliveryQuerySet:
        """In-app notices that the user has not yet seen, the oldest promise first."""
        return self.to_user(user).filter(channel=Channel.APP, seen_at=None).order_by("due_on", "pk")

    def still_about(self, kind: str, references: models.QuerySet[Any]) -> DeliveryQuerySet:
        """Only what still holds: `references` is the room's queryset of refs, such as those of open steps."""
        return self.filter(kind=kind, reference__in=references)

    def of_kinds(self, kinds: Iterable[str]) -> DeliveryQuerySet:
        return self.filter(kind__in=kinds)

    def newest(self, most: int) -> list[Any]:
        """The newest of an ordered list, still in its order: what was settled unseen never crowds out what is new."""
        return list(self.reverse()[:most])[::-1]

    def up_to(self, notice: Delivery) -> DeliveryQuerySet:
        """The notice, and the earlier ones of the same kind about the same thing."""
        same = Q(kind=notice.kind, reference=notice.reference, due_on__lte=notice.due_on)
        return self.filter(Q(pk=notice.pk) | same, channel=Channel.APP)

    def mails(self) -> DeliveryQuerySet:
        return self.filter(channel=Channel.MAIL)

    def dead(self) -> DeliveryQuerySet:
        """Given up: each asks for a person."""
        return self.filter(state=State.DEAD)


class Delivery(models.Model):
    """One promise to one person by one way. `reference` is the ref of what it is about; only its room knows more.

    `attempts` counts the tries that the mail server refused, `crashes` the claims that nobody finished.
    `trying_since` is when the first of the folded mails was promised: giving up is counted from it.
    """

    retention = Retention(
        owner="reminders",
        ground="703/2023 annex: as the matter it is about",
        period="90 d from the end of the matter",
        shred="delete",
    )

    ref = models.UUIDField(
        unique=True,
        editable=False,
        default=uuid.uuid4,
        db_default=models.Func(function="gen_random_uuid"),
    )
    key = models.CharField(max_length=120)
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="deliveries")
    channel = models.CharField(max_length=10, choices=Channel.choices)
    kind = models.CharField(max_length=40)
    reference = models.UUIDField(null=True, blank=True)
    due_on = models.DateField()
    state = models.CharField(
        max_length=10, choices=State.choices, default=State.PENDING, db_default=State.PENDING
    )
    claim = models.UUIDField(null=True, blank=True, editable=False)
    lease_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0, db_default=0)
    crashes = models.PositiveSmallIntegerField(default=0, db_default=0)
    last_error = models.CharField(max_length=60, default="", db_default="", blank=True)
    next_try_at = models.DateTimeField(db_default=Now())
    trying_since = models.DateTimeField(db_default=Now())
    created_at = models.DateTimeField(db_default=Now())
    done_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "to", "channel"], name="a_promise_is_delivered_once"
            ),
            models.CheckConstraint(
                condition=~Q(state=State.CLAIMED)
                | Q(claim__isnull=False, lease_until__isnull=False),
                name="a_claimed_delivery_has_a_lease",
            ),
            models.CheckConstraint(
                condition=Q(done_at=None, state__in=UNFINISHED)
                | Q(done_at__isnull=False) & ~Q(state__in=UNFINISHED),
                name="a_finished_delivery_tells_when",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at", "id"],
                condition=Q(state__in=UNFINISHED),
                name="delivery_waiting",
            ),
            models.Index(
                fields=["to", "due_on", "id"],
                condition=Q(channel=Channel.APP, seen_at=None),
                name="delivery_unseen",
            ),
            models.Index(fields=["state"], condition=Q(state=State.DEAD), name="delivery_dead"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.due_on}"

    @property
    def message_id(self) -> str:
        """The same at every try, so that most mail systems fold an extra one."""
        return f"<{self.ref}@{urlsplit(settings.BASE_URL).hostname or 'localhost'}>"
