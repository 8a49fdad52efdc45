"""A picture that the person chose (row S8): the person as they want to be seen. One, and it goes when they say so."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client
from paku.kit.retention import Retention


class Picture(models.Model):
    """Encoded anew by `paku.kit.pictures`: nothing of the file that was sent is kept but what one sees."""

    retention = Retention(
        owner="clients",
        ground="GDPR 6 art. 1(a): the person's own choice",
        period="until the person takes it away, at most as the basic data",
        shred="delete",
        with_owner="clients.Client",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.OneToOneField(Client, models.PROTECT, related_name="picture")
    image = models.BinaryField()
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    chosen_on = models.DateField(_("chosen on"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["client"]
        constraints = [
            models.CheckConstraint(
                condition=Q(width__gt=0, width__lte=800, height__gt=0, height__lte=800),
                name="a_picture_is_800_pixels_at_most",
            )
        ]

    def __str__(self) -> str:
        return str(self.chosen_on)
