"""The hash chain over committed entries."""

from django.db import models
from django.db.models.functions import Now

from paku.kit.retention import Retention


class Seal(models.Model):
    """Link number `number`: hash = sha256(previous hash ‖ canonical entry). INSERT-only, never renumbered."""

    retention = Retention(
        owner="audit",
        ground="703/2023 annex: logs 12 years from the event",
        period="12 y",
        shred="with the entries",
    )

    number = models.BigIntegerField(primary_key=True)
    entry = models.UUIDField()
    entry_at = models.DateTimeField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    sealed_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "entry_at"], name="an_entry_is_sealed_once")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.hash[:12]}"
