"""The only two doors to persons as a list: who may see that somebody is a client, and who may open the file."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef

from clients.models.relation import listed_q, opened_q, relations_of


class ClientQuerySet(models.QuerySet[Any]):
    """The only two doors: who may see that the person is a client, and who may open the file."""

    def listed_for(self, user: Any) -> ClientQuerySet:
        """Name and own worker may be shown: own clients, and those of one's own team."""
        return self.filter(listed_q(user))

    def opened_by(self, user: Any) -> ClientQuerySet:
        """The file may be opened: own worker, pair, dated substitute, named student, a reason stated today."""
        return self.filter(opened_q(user))

    def known_to(self, user: Any) -> ClientQuerySet:
        """With `relations`: by which of them the user reaches the client; strangers find nobody."""
        return self.annotate(relations=relations_of(user)).exclude(relations=[])

    def watched_by(self, user: Any) -> ClientQuerySet:
        """With `relations`, also for those who oversee without any: everybody but those who are shut out."""
        from clients.models.exclusion import Exclusion

        shut_out = Exclusion.objects.in_force().filter(user=user, client=OuterRef("pk"))
        return self.annotate(relations=relations_of(user)).filter(~Exists(shut_out))

    def with_care(self) -> ClientQuerySet:
        """Place, and in one statement more the care relationships with own worker, team and live substitute."""
        from clients.models.care import CareRelationship

        cares = models.Prefetch("cares", CareRelationship.objects.with_people())
        return self.select_related("municipality", "village").prefetch_related(cares)
