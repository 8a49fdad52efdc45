"""That somebody who had received a paper was told: the client has taken the consent back on which it rested."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.models.consent import Consent
from network.models.disclosure import Disclosure
from paku.kit.retention import Retention


class Told(models.TextChoices):
    """How they were told."""

    PHONE = "phone", _("by telephone")
    MET = "met", _("face to face")
    LETTER = "letter", _("by letter")
    SECURE = "secure", _("by secure mail")


class WithdrawalToldQuerySet(models.QuerySet["WithdrawalTold"]):
    """Tellings of one client's withdrawals."""

    def of(self, client: Client) -> WithdrawalToldQuerySet:
        return self.filter(consent__client=client)


class WithdrawalTold(models.Model):
    """One row for each paper of a recipient; `consent` is the version that took it back. Never changed."""

    retention = Retention(
        owner="network",
        ground="703/2023 annex: disclosure notices",
        period="as long as the disclosure that it is about",
        shred="delete",
        with_owner="network.Disclosure",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    consent = models.ForeignKey(Consent, models.PROTECT, related_name="tellings")
    disclosure = models.ForeignKey(Disclosure, models.PROTECT, related_name="tellings")
    told_on = models.DateField(_("told on"))
    how = models.CharField(_("how"), max_length=10, choices=Told.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    objects: ClassVar[Any] = WithdrawalToldQuerySet.as_manager()

    class Meta:
        ordering = ["told_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["consent", "disclosure"], name="a_withdrawal_is_told_of_a_paper_once"
            ),
            models.CheckConstraint(
                condition=models.Q(how__in=Told.values), name="a_withdrawal_is_told_in_four_ways"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.told_on}"
