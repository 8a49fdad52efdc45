"""Files that may be of one person: pairs with their reasons, and the mark that they are two people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection, models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client
from paku.access.can import may_now
from paku.access.roles import May
from paku.kit.retention import Retention

MOST_PAIRS = 50
REASONS = {
    "birth_sound": _("same date of birth and the name sounds alike"),
    "birth_part": _("same date of birth and part of the name sounds alike"),
    "phone": _("same phone number"),
    "name": _("same name"),
}


class NotSame(models.Model):
    """Somebody who knows both has said that they are two people. The smaller key stands first."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: basic data 2 y from death",
        period="2 y from death",
        shred="delete",
        years=2,
        counted_from="death",
    )

    one = models.ForeignKey(Client, models.PROTECT, related_name="+")
    other = models.ForeignKey(Client, models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="two_people_are_told_apart_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="the_smaller_key_first"),
        ]

    def __str__(self) -> str:
        return f"{self.one_id}≠{self.other_id}"

    @classmethod
    def of(cls, client: Client, other: Client) -> NotSame | None:
        keys = sorted((client.pk, other.pk))
        return cls.objects.select_related("by").filter(one=keys[0], other=keys[1]).first()


@dataclass(frozen=True, slots=True)
class Alike:
    """Two clients who may be the same person, and why."""

    one: Any
    other: Any
    reasons: list[Any]


def alike(user: Any, client: Client | None = None) -> list[Alike]:
    """Pairs of whom the user may merge both, the surest first; of one client when it is given. Two statements."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT one, other, reasons FROM paku_alike(%s, %s, %s)",
            [user.pk, client.pk if client else None, MOST_PAIRS],
        )
        pairs = cursor.fetchall()
    keys = {key for one, other, _reasons in pairs for key in (one, other)}
    found: Any = Client.objects.known_to(user).filter(pk__in=keys).select_related("municipality")
    people = {
        person.pk: person
        for person in (found if keys else ())
        if may_now(user, person.relations, May.MERGE_CLIENTS)
    }
    return [
        Alike(people[one], people[other], [REASONS[reason] for reason in reasons])
        for one, other, reasons in pairs
        if one in people and other in people
    ]
