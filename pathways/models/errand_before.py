"""How an errand stood until it was corrected or taken off a wrong person's file: nothing is overwritten silently."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models import Municipality, Village
from network.models import Member, Organisation, Service
from paku.kit.retention import Retention
from pathways.models.errand import Channel, Errand, Mandate, actor_of

KEPT = (
    "what", "on", "channel", "mandate", "service", "organisation", "actor_words", "municipality", "village", "beside",
    "decided_on", "decision",
)  # fmt: skip


class ErrandBefore(models.Model):
    """One version that holds no more; `by` corrected it `at`, and says why."""

    retention = Retention(
        owner="pathways",
        ground="703/2023 annex: 10 y from closing the matter",
        period="with its errand",
        shred="delete",
        with_owner="pathways.Errand",
    )

    errand = models.ForeignKey(Errand, models.PROTECT, related_name="earlier")
    version = models.PositiveSmallIntegerField()
    what = models.CharField(_("what was done"), max_length=300)
    on = models.DateField(_("date"))
    channel = models.CharField(_("how it was done"), max_length=10, choices=Channel.choices)
    mandate = models.CharField(_("by which mandate"), max_length=10, choices=Mandate.choices)
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    actor_words = models.CharField(_("whose service, in free words"), max_length=120, blank=True)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+"
    )
    village = models.ForeignKey(Village, models.PROTECT, null=True, blank=True, related_name="+")
    beside = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    decided_on = models.DateField(_("when the decision was told"), null=True, blank=True)
    decision = models.CharField(_("what was decided"), max_length=300, blank=True)
    reason = models.CharField(_("why it was corrected"), max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["errand", "-version"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["errand", "version"], name="an_errand_is_kept_once_as_it_stood"
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def actor(self) -> str:
        return actor_of(self)
