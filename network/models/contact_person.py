"""A named person at an organisation: needs no account to be given a task."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from network.models.organisation import Organisation
from paku.kit.retention import Retention


class ContactPerson(models.Model):
    """Work contact only."""

    retention = Retention(
        owner="network", ground="work contact", period="while in use", shred="delete"
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="contact_persons")
    name = models.CharField(_("name"), max_length=100)
    title = models.CharField(_("title"), max_length=80, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)

    class Meta:
        ordering = ["organisation", "name", "pk"]

    def __str__(self) -> str:
        return self.name
