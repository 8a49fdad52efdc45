"""What was given to whom, on what ground (703/2023 10 §: disclosure log)."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from clients.models import Client
from network.models.consent import Consent
from network.models.grounds import Ground, Telling, WantsADay, kept_tellings
from network.models.member import Member
from network.models.organisation import Organisation
from paku.kit.retention import Retention
from paku.printing.models import Paper


class DisclosureQuerySet(models.QuerySet["Disclosure"]):
    """What has gone to whom."""

    def of(self, client: Client) -> DisclosureQuerySet:
        return self.filter(client=client)

    def to_organisation(self, organisation: Organisation) -> DisclosureQuerySet:
        """To the organisation itself, or to somebody who is in the network from there."""
        theirs = Q(organisation=organisation)
        return self.filter(theirs | Q(member__organisation=organisation))

    def with_paper(self) -> DisclosureQuerySet:
        """Everything that a row of a list says, but the sheet itself; one statement."""
        found = self.select_related(
            "paper", "by", "agreed_by", "member__organisation", "organisation", "meeting"
        )
        return found.defer("paper__pdf")


class Disclosure(models.Model):
    """One paper handed to one recipient. Written before the first byte of it is sent.

    `organisation`: of a letter, where it went; `member`: whom in the network it was addressed to. `meeting`: whose memo
    or invitation it is. `agreed_by` is the second person of a paper that needs two; `consents` are the versions that it
    rests on, or the one that was printed for the client. `ground` is the first of the paper's, `grounds` keeps them
    topic by topic. `names_hidden`: it names a member whom only the own worker may see, so
    the database gives it to the same people as the member.
    """

    retention = Retention(
        owner="network",
        ground="703/2023 annex: disclosure notices 12 y",
        period="12 y",
        shred="delete",
        years=12,
        counted_from="event",
        event="at",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="disclosures")
    member = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="disclosures"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="disclosures"
    )
    meeting = models.ForeignKey(
        "network.Meeting", models.PROTECT, null=True, blank=True, related_name="disclosures"
    )
    paper = models.OneToOneField(Paper, models.PROTECT, related_name="disclosure")
    recipient = models.CharField(max_length=200)
    purpose = models.CharField(max_length=200)
    ground = models.CharField(max_length=20, choices=Ground.choices)
    referral = models.ForeignKey(
        "network.Referral", models.PROTECT, null=True, blank=True, related_name="disclosures"
    )
    consent_given_on = models.DateField(null=True, blank=True)
    consents: Any = models.ManyToManyField(Consent, related_name="disclosures", blank=True)
    sections = models.JSONField(default=list)
    grounds = models.JSONField(default=list, db_default=[], blank=True)
    names_hidden = models.BooleanField(default=False, db_default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(db_default=Now())

    objects: ClassVar[Any] = DisclosureQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["client", "-at", "-id"], name="disclosure_by_client")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(ground=Ground.CONSENT) | Q(consent_given_on__isnull=False),
                name="a_disclosure_by_consent_tells_when_it_was_given",
            ),
            models.CheckConstraint(
                condition=~Q(WantsADay("grounds")),
                name="a_topic_told_by_consent_tells_when_it_was_given",
            ),
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=models.F("by")),
                name="nobody_agrees_to_their_own_disclosure",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipient}"

    @property
    def by_topic(self) -> tuple[Telling, ...]:
        """Each topic and by what right it was told."""
        return kept_tellings(self)
