"""What somebody saw on a path or in the area, with or without a person: where, and of which actor."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models import Client, Municipality, Village
from clients.models.relation import relations_of
from network.models import Organisation, Service
from paku.access.models import Team
from paku.access.roles import May
from paku.kit.retention import Retention
from pathways.models.pathway import Pathway

RETENTION = Retention(
    owner="pathways",
    ground="703/2023 annex: 10 y from closing the matter; what is of the area has no client, yet lives no longer",
    period="10 y from the end of its path; without a path 10 y from the day it was written",
    shred="delete",
    years=10,
    counted_from="path_end",
)


class SightingQuerySet(models.QuerySet[Any]):
    """Of a path, or of the area: these two never meet."""

    def on_path(self, path: Pathway) -> Any:
        return self.filter(path=path)

    def of_area(self, user: Any) -> Any:
        """Without a person: what the user's teams have observed."""
        return self.filter(path=None, team__in=user.teams_where(May.MARK_BREAK))

    def known_to(self, user: Any) -> Any:
        """With `relations`, empty where there is no person: the door asks the right."""
        mine = Q(path=None, team__in=user.teams_where(May.MARK_BREAK))
        related = self.annotate(relations=relations_of(user, "path__client_id"))
        return related.filter(mine | ~Q(relations=[]) & Q(path__isnull=False))

    def told(self) -> Any:
        """With all that is shown of it."""
        return self.select_related(
            "path__client", "service__organisation", "organisation", "municipality", "village", "author"
        )  # fmt: skip


class Sighting(models.Model):
    """`path` None: an observation of the area, which holds no client; `team` then says whose it is."""

    retention = RETENTION

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    path = models.ForeignKey(
        Pathway, models.PROTECT, null=True, blank=True, related_name="%(class)ss"
    )
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+")
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    actor_words = models.CharField(_("whose service, in free words"), max_length=120, blank=True)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+"
    )
    village = models.ForeignKey(Village, models.PROTECT, null=True, blank=True, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    relations: list[str]  # where a door has asked

    class Meta:
        abstract = True

    @property
    def client(self) -> Client | None:
        """None: seen in the area."""
        return self.path.client if self.path else None

    @property
    def actor(self) -> str:
        """Whose service: from the directory, else in free words, else nothing."""
        if self.service:
            return f"{self.service.organisation}: {self.service}"
        return str(self.organisation) if self.organisation else self.actor_words

    @property
    def place(self) -> str:
        """Where; of a person with turvakielto never, whatever was written before it was set."""
        if self.client and self.client.is_protected:
            return ""
        return ", ".join(str(one) for one in (self.village, self.municipality) if one)


def of_a_path_or_of_a_team(name: str) -> models.CheckConstraint:
    """Either a path, or a team that saw it without a person."""
    of_path = Q(path__isnull=False, team=None)
    return models.CheckConstraint(
        condition=of_path | Q(path=None, team__isnull=False), name=f"{name}_is_of_a_path_or_a_team"
    )
