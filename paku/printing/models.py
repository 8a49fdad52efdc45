"""A paper that was given out, byte for byte as it was."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from paku.kit.retention import Retention


class Paper(models.Model):
    """A frozen copy. A trigger refuses changing or deleting it, and the application's role may not even try.

    `sections` is ``[{"name", "title", "ground"}]`` in the order printed; `recipient` and `purpose` are as printed.
    `client_ref` is not a foreign key: the copy stays true whatever becomes of the client's row.
    """

    retention = Retention(
        owner="printing",
        ground="703/2023 appendix: disclosures",
        period="12 y from the disclosure",
        shred="deleted by the owner's role after two people have approved it",
        years=12,
        counted_from="event",
        event="made_at",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    serial = models.CharField(max_length=20, unique=True)
    kind = models.SlugField(max_length=40)
    client_ref = models.UUIDField(db_index=True)
    language = models.CharField(max_length=10)
    recipient = models.CharField(max_length=300)
    purpose = models.CharField(max_length=500)
    sections = models.JSONField(default=list)
    ground = models.CharField(max_length=60)
    ground_detail = models.CharField(max_length=500, blank=True)
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    pages = models.PositiveIntegerField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="a_paper_has_its_checksum"
            ),
            models.CheckConstraint(condition=models.Q(pages__gt=0), name="a_paper_has_a_page"),
        ]

    def __str__(self) -> str:
        return self.serial

    @property
    def file_name(self) -> str:
        """What the file is called when it is saved: no name of a person, no kind of matter."""
        return f"paku-{self.serial}.pdf"
