"""What is agreed: who does what by when. The doer may be the client, a worker, a partner or a close person."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clients.models import CareRelationship, Client, Substitute
from clients.models.relation import listed_q, open_care_q
from network.models.member import Member
from paku.kit.retention import Retention
from paku.kit.today import Today


class StepQuerySet(models.QuerySet["Step"]):
    """Steps by state and owner."""

    def of(self, client: Client) -> StepQuerySet:
        return self.filter(client=client)

    def open(self) -> StepQuerySet:
        return self.filter(done_on=None)

    def due(self, today: Any) -> StepQuerySet:
        return self.open().filter(due_on__lte=today)

    def overdue(self, today: Any) -> StepQuerySet:
        return self.open().filter(due_on__lt=today)

    def of_open_care(self) -> StepQuerySet:
        return self.filter(open_care_q())

    def minded_by(self, user: Any) -> StepQuerySet:
        """Those the user minds: own ones; as own worker or today's substitute those of doers without an account, and of
        doers who have left; as substitute the own worker's too. The mornings' mail goes by the same rule."""
        cares = CareRelationship.objects.open()
        standing_in = Substitute.objects.on(Today()).filter(worker=user, care__ended_on=None)
        mine = cares.filter(Q(own_worker=user) | Q(pk__in=standing_in.values("care")))
        no_account = Q(doer=None) | Q(doer__user=None)
        has_left = Q(doer__user__is_active=False) | Q(doer__until__lt=Today())
        is_away = standing_in.filter(
            care__client=OuterRef("client"), care__own_worker=OuterRef("doer__user")
        )
        theirs = no_account | has_left | Exists(is_away)
        return self.filter(Q(doer__user=user) | (theirs & Q(client__in=mine.values("client"))))

    def whose_doer_is(self, user: Any) -> StepQuerySet:
        """The user's own tasks."""
        return self.filter(doer__user=user)

    def listed_for(self, user: Any) -> StepQuerySet:
        """Of persons whose name the user may see at all."""
        return self.filter(listed_q(user, "client_id"))

    def with_doer(self) -> StepQuerySet:
        return self.select_related("doer", "doer__user", "client")

    def soonest_first(self) -> StepQuerySet:
        return self.order_by("due_on", "pk")


class Step(models.Model):
    """“It is mine”: a name and a date on whatever is agreed. `doer` None is the client's own step."""

    retention = Retention(
        owner="network",
        ground="703/2023 annex: 10 y from closing the matter",
        period="10 y",
        shred="delete",
        years=10,
        counted_from="path_end",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="steps")
    doer = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="steps")
    what = models.CharField(_("what"), max_length=300)
    due_on = models.DateField(_("by when"))
    agreed_on = models.DateField()
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    outcome = models.CharField(_("how it went"), max_length=300, blank=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on=None, done_by=None)
                | Q(done_on__isnull=False, done_by__isnull=False),
                name="a_done_step_tells_who_marked_it",
            ),
        ]
        indexes = [
            models.Index(
                fields=["client", "due_on"], condition=Q(done_on=None), name="step_open_by_client"
            ),
            models.Index(
                fields=["due_on", "id"], condition=Q(done_on=None), name="step_open_by_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.due_on}"

    @property
    def doer_name(self) -> str:
        """Who does it, as it is said aloud."""
        return self.doer.name if self.doer else self.hidden_doer or self.client.spoken_name

    @property
    def hidden_doer(self) -> str:
        """Words for a doer whom the client does not let the reader see; "" for all others."""
        return gettext("somebody close by") if self.doer_id and self.doer is None else ""

    @property
    def is_open(self) -> bool:
        return self.done_on is None

    def days_over(self, today: date) -> int:
        """Days past the agreed day; 0 or less when there is time yet."""
        return (today - self.due_on).days if self.is_open else 0
