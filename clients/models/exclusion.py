"""Who may never open a file, whatever their role (rule 5.1, rows 5–6)."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client
from clients.models.ended_by_two import EndedByTwo, EndedByTwoQuerySet, ended_by_two_people
from clients.models.relation import listed_q
from paku.access.roles import May
from paku.kit.retention import Retention


class ExclusionReason(models.TextChoices):
    """Said as shortly as the law needs: no story is written here."""

    SELF = "self", _("the client is the worker")
    RELATIVE = "relative", _("relative or same household")
    FORMER_PARTNER = "former_partner", _("former partner")
    ACQUAINTANCE = "acquaintance", _("neighbour or acquaintance")
    COLLEAGUE = "colleague", _("colleague of the client")
    CLIENTS_WISH = "clients_wish", _("the client's own wish")


class ExclusionQuerySet(EndedByTwoQuerySet):
    """By what is told of, and to whom."""

    def still_to_tell(self) -> Self:
        """The own worker is still shut out, or a removal waits for its second person."""
        shut_own = Q(client__cares__ended_on=None, client__cares__own_worker=F("user"))
        return self.in_force().filter(shut_own | Q(removal_asked_by__isnull=False)).distinct()

    def shown_to(self, user: Any) -> Self:
        return self.filter(watched_q(user))

    def with_people(self) -> Self:
        return self.select_related("client", "user", "added_by", "removal_asked_by")


class Exclusion(EndedByTwo):
    """Beats every role and every emergency, from the next request on. One person adds it, two take it away."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: permits, consents and prohibitions 12 y",
        period="12 y",
        shred="delete",
        years=12,
        counted_from="event",
        event="added_at",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="exclusions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=20, choices=ExclusionReason.choices)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(db_default=Now())

    objects = ExclusionQuerySet.as_manager()

    class Meta:
        ordering = ["client", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["client", "user"], condition=Q(ended_at=None), name="excluded_once"
            ),
            ended_by_two_people("two_people_take_an_exclusion_away"),
        ]
        indexes = [
            models.Index(
                fields=["user", "client"], condition=Q(ended_at=None), name="excluded_from"
            )
        ]

    def __str__(self) -> str:
        return self.get_reason_display()


def watched_q(user: Any, client: str = "client_id") -> Any:
    """Of clients whom the user may list; to the privacy officer all but of a file that is shut to them."""
    if not user.may(May.READ_TRAIL):
        return listed_q(user, client)
    return ~Exists(Exclusion.objects.in_force().filter(client=OuterRef(client), user=user))
