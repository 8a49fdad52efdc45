"""A referral (ohjaus): a loop that stays open until the person has got in, or was refused and has a new step."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.models.consent import Consent
from network.models.grounds import Ground
from network.models.member import Member
from network.models.organisation import Organisation
from network.models.referral_set import ReferralQuerySet
from network.models.referral_state import GOT_IN, NEXT, ON_THE_WAY, Manner, State
from network.models.service import Service
from network.models.step import Step
from paku.kit.retention import Retention


class Referral(models.Model):
    """The header; where it is now is written here by its deeds, each of which adds to the line of events."""

    retention = Retention(
        owner="network",
        ground="703/2023 annex: 10 y from closing the matter",
        period="10 y",
        shred="delete",
        years=10,
        counted_from="path_end",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="referrals")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="referrals")
    service = models.ForeignKey(
        Service, models.PROTECT, null=True, blank=True, related_name="referrals"
    )
    asked = models.CharField(_("what is asked"), max_length=500)
    carried_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    made_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT)
    since = models.DateField()
    ground = models.CharField(max_length=20, choices=Ground.choices, blank=True)
    consent = models.ForeignKey(
        Consent, models.PROTECT, null=True, blank=True, related_name="referrals"
    )
    sent_on = models.DateField(null=True, blank=True)
    sent_how = models.CharField(max_length=10, choices=Manner.choices, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    started_on = models.DateField(null=True, blank=True)
    is_accompanied = models.BooleanField(_("gone along with"), null=True, blank=True)
    confirmed_on = models.DateField(null=True, blank=True)
    new_step = models.ForeignKey(Step, models.PROTECT, null=True, blank=True, related_name="+")
    meanwhile = models.CharField(_("what carries meanwhile"), max_length=300, blank=True)
    meanwhile_step = models.ForeignKey(
        Step, models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_on = models.DateField(null=True, blank=True)

    objects: ClassVar[Any] = ReferralQuerySet.as_manager()
    relations: list[str]  # where a door or a list has asked

    class Meta:
        ordering = ["-made_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None)
                | Q(state__in=GOT_IN, confirmed_on__isnull=False)
                | Q(state=State.REFUSED, new_step__isnull=False)
                | Q(state=State.CALLED_OFF) & (Q(sent_on=None) | Q(new_step__isnull=False)),
                name="a_loop_closes_when_the_person_got_in_or_has_a_new_step",
            ),
            models.CheckConstraint(
                condition=Q(sent_on=None, sent_how="")
                | Q(sent_on__isnull=False) & ~Q(sent_how="") & ~Q(ground=""),
                name="a_referral_is_sent_on_a_ground",
            ),
            models.CheckConstraint(
                condition=~Q(ground=Ground.CONSENT) | Q(consent__isnull=False),
                name="a_referral_by_consent_names_it",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[*ON_THE_WAY, *GOT_IN, State.REFUSED])
                | Q(sent_on__isnull=False),
                name="only_what_was_sent_is_answered",
            ),
            models.CheckConstraint(
                condition=Q(started_on=None) | Q(started_on__gte=F("sent_on")),
                name="a_service_starts_after_it_was_asked_for",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "-made_on"], name="referral_by_client"),
            models.Index(
                fields=["sent_on", "id"],
                condition=Q(state="sent", closed_on=None),
                name="referral_unanswered",
            ),
            models.Index(
                fields=["service"],
                condition=Q(started_on__isnull=False),
                name="referral_started_by_service",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.made_on}"

    def get_absolute_url(self) -> str:
        return reverse("network:referral", args=[self.ref])

    @property
    def to_whom(self) -> str:
        """“Oikeuspalveluvirasto: Talous- ja velkaneuvonta”."""
        return ": ".join(str(one) for one in (self.organisation, self.service) if one)

    @property
    def is_open(self) -> bool:
        return self.closed_on is None

    @property
    def got_in(self) -> bool:
        return self.state in GOT_IN

    @property
    def is_on_the_way(self) -> bool:
        return self.state in ON_THE_WAY

    def may_become(self, state: State) -> bool:
        return state in NEXT[State(self.state)]

    @property
    def wants_confirming(self) -> bool:
        """The service says that it started; whether the person got in, they say themselves."""
        return self.got_in and self.confirmed_on is None

    @property
    def wants_new_step(self) -> bool:
        """The way was closed: what is tried next."""
        is_over = self.state in (State.REFUSED, State.CALLED_OFF)
        return is_over and self.sent_on is not None and self.new_step_id is None

    @property
    def usual_days(self) -> int | None:
        """As the service says, else as one has learned of it; None when neither is known."""
        told = self.service.usual_wait_days if self.service else None
        return told if told is not None else getattr(self, "learned_days", None)

    def is_longer_than_usual(self, days: int) -> bool:
        usual = self.usual_days
        return self.is_on_the_way and usual is not None and days > usual

    def days_out(self, today: date) -> int:
        """How many days the person has waited since it was sent, to the day of getting in."""
        until = self.started_on or (today if self.is_on_the_way else self.since)
        return max((until - self.sent_on).days, 0) if self.sent_on else 0
