"""Who speaks for the person by law or by authorisation (703/2023 38 §: name, contact data, competence)."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client
from paku.kit.dated import Dated, DatedQuerySet
from paku.kit.retention import Retention


class RepresentativeKind(models.TextChoices):
    """On what the right to act stands."""

    GUARDIAN = "guardian", _("guardian named by an authority")
    MANDATE = "mandate", _("continuing power of attorney in force")
    AUTHORISED = "authorised", _("person whom the client has authorised")
    COUNSEL = "counsel", _("counsel")


class RepresentativeQuerySet(DatedQuerySet["Representative"]):
    def of(self, client: Client) -> RepresentativeQuerySet:
        return self.filter(client=client)


class Representative(Dated):
    """`competence`: in which matters they may act, in plain words. Never changed: the next row says it anew."""

    retention = Retention(
        owner="clients",
        ground="703/2023 38 §, annex: basic data 2 y from death",
        period="2 y from death",
        shred="delete",
        years=2,
        counted_from="death",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="representatives")
    kind = models.CharField(_("kind"), max_length=12, choices=RepresentativeKind.choices)
    name = models.CharField(_("name"), max_length=120)
    competence = models.CharField(_("in which matters"), max_length=300)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    contacts = models.CharField(_("other contact data"), max_length=200, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects: ClassVar[Any] = RepresentativeQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ["client", "name", "pk"]
        indexes = [models.Index(fields=["client", "until"], name="representative_by_client")]

    def __str__(self) -> str:
        return self.name
