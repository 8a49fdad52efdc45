"""An errand done together: what, at whose service, where, by which mandate, and which days follow from it (S16)."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clients.models import Client, Municipality, Village
from clients.models.relation import relations_of
from network.models import Member, Organisation, Service, Step
from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH
from pathways.models.visit import Visit


class Channel(models.TextChoices):
    """How it was done."""

    THERE = "there", _("at the service")
    POP_UP = "pop_up", _("on a pop-up day")
    HOME = "home", _("at the person's home")
    NET = "net", _("on the net")
    PHONE = "phone", _("by phone")


class Mandate(models.TextChoices):
    """By what right one dealt with the person's matter."""

    PRESENT = "present", _("the person was there")
    WRITTEN = "written", _("written mandate")
    SUOMI_FI = "suomi_fi", _("Suomi.fi mandate")
    GUARDIAN = "guardian", _("guardian")
    CONTINUING = "continuing", _("continuing power of attorney")
    NONE = "none", _("no mandate was needed: general advice only")


class ErrandQuerySet(models.QuerySet["Errand"]):
    """The newest first, with all that is shown of one in one statement."""

    def known_to(self, user: Any) -> ErrandQuerySet:
        """With `relations`; strangers find nothing."""
        related = self.annotate(relations=relations_of(user, "path__client_id"))
        return related.exclude(relations=[])

    def of(self, client: Client) -> ErrandQuerySet:
        return self.filter(path__client=client)

    def real(self) -> ErrandQuerySet:
        """Without what was written to the wrong person's file."""
        return self.filter(is_mistake=False)

    def told(self) -> ErrandQuerySet:
        return self.select_related(
            "path__client", "visit__kind", "service__organisation", "organisation", "municipality", "village",
            "beside", "expected__doer", "appeal__doer", "by",
        )  # fmt: skip

    def with_earlier(self) -> ErrandQuerySet:
        """With how they stood before each correction; one statement more."""
        return self.prefetch_related(
            "earlier__by", "earlier__service__organisation", "earlier__organisation"
        )


class Errand(models.Model):
    """`expected` and `appeal`: the steps that keep the days on which a decision is expected and an appeal is due.

    `version`: how it stood before a correction is kept beside it (`ErrandBefore`). `is_mistake`: it was written to the
    wrong person; nothing of it is left here.
    """

    retention = OF_THE_PATH

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    path = models.ForeignKey(Pathway, models.PROTECT, related_name="errands")
    visit = models.ForeignKey(Visit, models.PROTECT, null=True, blank=True, related_name="errands")
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
    expected = models.ForeignKey(Step, models.PROTECT, null=True, blank=True, related_name="+")
    appeal = models.ForeignKey(Step, models.PROTECT, null=True, blank=True, related_name="+")
    decided_on = models.DateField(_("when the decision was told"), null=True, blank=True)
    decision = models.CharField(_("what was decided"), max_length=300, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())
    version = models.PositiveSmallIntegerField(default=1, db_default=1)
    is_mistake = models.BooleanField(
        _("written to the wrong person"), default=False, db_default=False
    )

    relations: list[str]  # where a door has asked
    objects = ErrandQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_on=None, decided_by=None, decision="")
                | (Q(decided_on__gte=F("on"), decided_by__isnull=False) & ~Q(decision="")),
                name="a_decision_is_told_with_its_day",
            ),
        ]
        indexes = [models.Index(fields=["path", "-on", "-id"], name="errand_by_path")]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return reverse("pathways:errand-decision", args=[self.ref])

    @property
    def actor(self) -> str:
        """Whose service: from the directory, else in free words, else nothing."""
        return actor_of(self)

    @property
    def place(self) -> str:
        """Where; of a person with turvakielto never, whatever was written before it was set."""
        if self.path.client.is_protected:
            return ""
        return ", ".join(str(one) for one in (self.village, self.municipality) if one)

    @property
    def waits(self) -> bool:
        """An answer is still to come."""
        return self.expected_id is not None and self.decided_on is None

    @property
    def is_corrected(self) -> bool:
        return self.version > 1


def actor_of(one: Any) -> str:
    """From the directory, else in free words."""
    if one.service:
        return f"{one.service.organisation}: {one.service}"
    return str(one.organisation) if one.organisation else one.actor_words
