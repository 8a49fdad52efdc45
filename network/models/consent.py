"""What the person has allowed or forbidden: to whom, of what, until when. Three things that are never mixed: consent
(suostumus), disclosure permit (luovutuslupa) and prohibition (kielto)."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from clients.models.relation import followed_q
from network.models.consent_kinds import ConsentKind, Manner, Scope
from network.models.member import Member
from network.models.organisation import Organisation
from paku.kit.retention import Retention


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Versions: of all only the newest holds."""

    def of(self, client: Client) -> ConsentQuerySet:
        return self.filter(client=client)

    def newest(self) -> ConsentQuerySet:
        return self.filter(replaced_by=None)

    def in_force(self, on: Any) -> ConsentQuerySet:
        """Neither changed nor withdrawn since, begun and not over on the day."""
        is_there = Q(valid_until=None) | Q(valid_until__gte=on)
        return self.newest().filter(is_there, withdrawn_on=None, given_on__lte=on)

    def about(self, recipient: Member) -> ConsentQuerySet:
        """Given for this member, for where they work or for a group that they are in; or a prohibition for anybody."""
        groups = self.model.group_members.through.objects
        named = Exists(groups.filter(consent_id=OuterRef("pk"), member_id=recipient.pk))
        anybody = Q(kind=ConsentKind.PROHIBITION, member=None, organisation=None, group="")
        theirs = Q(member=recipient) | Q(named) | anybody
        if recipient.organisation_id:
            theirs |= Q(organisation=recipient.organisation_id)
        return self.filter(theirs)

    def about_organisation(self, organisation: Organisation) -> ConsentQuerySet:
        """The same for a whole organisation: given for it, for somebody of it, or a prohibition for anybody."""
        groups = self.model.group_members.through.objects
        named = Exists(groups.filter(consent_id=OuterRef("pk"), member__organisation=organisation))
        anybody = Q(kind=ConsentKind.PROHIBITION, member=None, organisation=None, group="")
        theirs = Q(organisation=organisation) | Q(member__organisation=organisation)
        return self.filter(theirs | Q(named) | anybody)

    def shown_to(self, user: Any) -> ConsentQuerySet:
        return self.filter(followed_q(user, "client_id"))

    def with_names(self) -> ConsentQuerySet:
        found = self.select_related("client", "member__organisation", "organisation", "by")
        return found.prefetch_related("group_members")


class Consent(models.Model):
    """One version; a change or a withdrawal is a new row that replaces the earlier one, all of one `thread`.

    `topics` are the names of paper sections (`paku.printing.sections`): what the ledger goes by; `words` says the rest.
    """

    retention = Retention(
        owner="network",
        ground="703/2023 annex: permits, consents and prohibitions",
        period="12 y from the client's death; an earlier version 12 y from the one that replaced it",
        shred="delete",
        years=12,
        counted_from="death",
        replaced_by=("replaces", "at"),
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    thread = models.UUIDField(default=uuid.uuid4, editable=False)
    # no constraint in the database: the earlier version goes by its own years, and this one stays as it was written
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        db_constraint=False,
    )
    client = models.ForeignKey(Client, models.PROTECT, related_name="consents")
    kind = models.CharField(_("kind"), max_length=20, choices=ConsentKind.choices)
    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    group = models.CharField(_("group"), max_length=120, blank=True)
    group_members: Any = models.ManyToManyField(Member, related_name="+", blank=True)
    topics = ArrayField(models.CharField(max_length=50), default=list, blank=True)
    words = models.CharField(_("in words"), max_length=300, blank=True)
    scope = models.CharField(max_length=10, choices=Scope.choices, blank=True)
    purpose = models.CharField(_("for what"), max_length=200)
    how = models.CharField(_("how"), max_length=10, choices=Manner.choices)
    given_on = models.DateField(_("given on"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    explained_by = models.CharField(_("explained by"), max_length=120)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    withdrawn_how = models.CharField(max_length=10, choices=Manner.choices, blank=True)
    withdrawn_why = models.CharField(_("why"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    objects: ClassVar[Any] = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(member__isnull=False, organisation=None, group="")
                | Q(member=None, organisation__isnull=False, group="")
                | Q(member=None, organisation=None)
                & (~Q(group="") | Q(kind=ConsentKind.PROHIBITION)),
                name="a_consent_says_to_whom",
            ),
            models.CheckConstraint(
                condition=Q(kind=ConsentKind.PROHIBITION) & ~Q(scope="")
                | ~Q(kind=ConsentKind.PROHIBITION) & Q(scope=""),
                name="a_prohibition_says_how_far_it_reaches",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("given_on")),
                name="a_consent_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawn_how="")
                | Q(withdrawn_on__gte=F("given_on"), replaces__isnull=False) & ~Q(withdrawn_how=""),
                name="a_withdrawal_is_a_version_with_its_day",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "-given_on"], name="consent_by_client"),
            models.Index(
                fields=["valid_until"],
                condition=Q(valid_until__isnull=False, withdrawn_on=None),
                name="consent_by_last_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.given_on}"

    @property
    def is_prohibition(self) -> bool:
        return self.kind == ConsentKind.PROHIBITION

    @property
    def is_kept_back(self) -> bool:
        """It is about somebody whom the client does not let the reader see."""
        return self.member_id is not None and self.member is None

    @property
    def unseen_in_group(self) -> list[int]:
        """Keys of those in the group whom the client does not let the reader see."""
        named = Consent.group_members.through.objects.filter(consent=self)
        seen = Member.objects.of(self.client).values("pk")
        return list(named.exclude(member__in=seen).values_list("member_id", flat=True))

    @property
    def to_whom(self) -> str:
        """A name as it stands on the page and on paper; "" is anybody (of a prohibition)."""
        if self.is_kept_back:
            return gettext("somebody close by")
        if self.member:
            return self.member.in_full
        return self.organisation.name if self.organisation else self.group

    def covers(self, topic: str) -> bool:
        """A prohibition of all that the registrar or the task holds reaches every topic."""
        reaches_all = self.is_prohibition and self.scope != Scope.DOCUMENT
        return reaches_all or topic in self.topics

    def of_these(self, topics: Iterable[str]) -> list[str]:
        return [topic for topic in topics if self.covers(topic)]

    def is_over(self, today: date) -> bool:
        """Its agreed time has run out by itself."""
        return not self.withdrawn_on and self.valid_until is not None and self.valid_until < today
