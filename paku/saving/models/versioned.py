"""Text that is never overwritten: each correction is a new version with its author, time and reason."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class VersionedText(models.Model):
    """Abstract. The concrete model adds its foreign key, its texts and UniqueConstraint(owner, version)."""

    version = models.PositiveSmallIntegerField(default=1)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True
