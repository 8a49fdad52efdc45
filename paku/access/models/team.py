"""A team of workers, and the provider (wellbeing services county, association, parish) that keeps its register."""

import uuid

from django.db import models

from paku.kit.retention import Retention


class Team(models.Model):
    """Care relationships belong to a team; rights come through membership of it."""

    retention = Retention(
        owner="access",
        ground="906/2019 16 §",
        period="while in use, then 12 y as in the trail",
        shred="delete",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=120, unique=True)
    provider = models.CharField(max_length=120)
    # what rooms then leave unwritten, they say themselves (decision 0026)
    is_pseudonymous = models.BooleanField(default=False, db_default=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
