"""From one own worker to another: offered with a letter, accepted or declined; until then the former stays (S11)."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from clients.models import CareRelationship, Client
from clients.models.relation import relations_of
from network.models.referral_state import State
from paku.access.models import Team
from pathways.models.leading import led_by
from pathways.models.retained import OF_THE_PATH


class WhyHandedOver(models.TextChoices):
    """Why the own worker changes; the first is said most often."""

    LEAVES = "leaves", _("the own worker leaves")
    AWAY = "away", _("the own worker is away for long")
    WISH = "wish", _("the person wishes for it")
    PLACE = "place", _("the person moves, or the work in the area is shared anew")
    NEED = "need", _("the need asks for another kind of worker")
    LOAD = "load", _("the work is shared more evenly")


class HandoverOutcome(models.TextChoices):
    """Empty while it waits."""

    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("taken back")
    FELL = "fell", _("fell: the care relationship changed meanwhile")


class HandoverQuerySet(models.QuerySet["Handover"]):
    """By state and by who may know of it. The second fence lets a party see it for two weeks after the answer."""

    def waiting(self) -> HandoverQuerySet:
        return self.filter(outcome="")

    def known_to(self, user: Any) -> HandoverQuerySet:
        """With `relations` to the person: those who take part in it, those who work with the person, those who lead."""
        reached = self.annotate(relations=relations_of(user, "client_id"))
        return reached.filter(~Q(relations=[]) | _party(user) | Q(team__in=led_by(user)))

    def for_answer_by(self, user: Any) -> HandoverQuerySet:
        """Offered to the user, or to a worker of a team that the user leads."""
        return self.waiting().filter(Q(receiver=user) | Q(team__in=led_by(user)))

    def offered_from(self, user: Any) -> HandoverQuerySet:
        """The user's own offers, and those of the teams that the user leads."""
        mine = Q(giver=user) | Q(offered_by=user) | Q(from_team__in=led_by(user))
        return self.waiting().filter(mine)

    def with_people(self) -> HandoverQuerySet:
        """None of the person's own rows: whoever receives may not see them yet."""
        return self.select_related(
            "giver", "receiver", "offered_by", "answered_by", "team", "from_team"
        )


class Handover(models.Model):
    """`gathered` is what the receiver was told when it was offered: the person's name, open steps, loops, days, rhythm
    and own advice, as they were; of a file for named workers only the name."""

    retention = OF_THE_PATH

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="handovers")
    care = models.ForeignKey(CareRelationship, models.PROTECT, related_name="handovers")
    giver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    receiver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    from_team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    why = models.CharField(_("why"), max_length=20, choices=WhyHandedOver.choices)
    letter = models.TextField(_("letter"), blank=True)
    gathered = models.JSONField(default=dict)
    told_on = models.DateField(_("told to the person on"), null=True, blank=True)
    has_joint_visit = models.BooleanField(_("joint visit"), default=False)
    joint_on = models.DateField(_("day of the joint visit"), null=True, blank=True)
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    offered_on = models.DateField()
    offered_at = models.DateTimeField(db_default=Now())
    by_lead = models.BooleanField(default=False)  # who leads is the second person by themselves
    outcome = models.CharField(max_length=10, choices=HandoverOutcome.choices, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(_("in words"), max_length=300, blank=True)

    relations: list[str]  # where `known_to` has asked
    objects: ClassVar[Any] = HandoverQuerySet.as_manager()

    class Meta:
        ordering = ["-offered_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["care"], condition=Q(outcome=""), name="one_handover_waits_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(giver=F("receiver")), name="nobody_hands_over_to_themselves"
            ),
            models.CheckConstraint(
                condition=~Q(outcome=HandoverOutcome.ACCEPTED)
                | Q(by_lead=True)
                | ~Q(answered_by=F("offered_by")),
                name="two_people_hand_over",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", answered_by=None, answered_at=None)
                | ~Q(outcome="") & Q(answered_by__isnull=False, answered_at__isnull=False),
                name="an_answer_to_a_handover_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=HandoverOutcome.DECLINED) | ~Q(answer=""),
                name="a_declined_handover_says_why",
            ),
            models.CheckConstraint(
                condition=Q(joint_on=None) | Q(has_joint_visit=True),
                name="the_day_of_a_joint_visit_is_of_one",
            ),
        ]
        indexes = [
            models.Index(
                fields=["receiver"], condition=Q(outcome=""), name="handover_waits_for_worker"
            ),
            models.Index(fields=["team"], condition=Q(outcome=""), name="handover_waits_for_team"),
            models.Index(fields=["client", "-offered_at"], name="handover_by_client"),
        ]

    def __str__(self) -> str:
        return f"{self.offered_on}"

    @property
    def name(self) -> str:
        """The person, as they were called when it was offered."""
        return str(self.gathered.get("name", ""))

    @property
    def client_ref(self) -> uuid.UUID:
        return uuid.UUID(self.gathered["ref"])

    @property
    def is_waiting(self) -> bool:
        return not self.outcome

    @property
    def is_between_teams(self) -> bool:
        return self.team_id != self.from_team_id

    @property
    def steps(self) -> list[dict[str, Any]]:
        """Open steps as they were, each with its day as a date; `whose` is giver, client or loop."""
        found = self.gathered.get("steps", ())
        return [{**step, "due_on": parse_date(step["due_on"])} for step in found]

    @property
    def clocks(self) -> list[dict[str, Any]]:
        return [{**one, "on": parse_date(one["on"])} for one in self.gathered.get("clocks", ())]

    @property
    def loops(self) -> list[dict[str, Any]]:
        return [{**one, "state": State(one["state"]).label} for one in self.gathered.get("loops", ())]  # fmt: skip

    @property
    def last_contact_on(self) -> date | None:
        return parse_date(self.gathered.get("last_contact_on") or "")

    def may_accept(self, user: Any) -> bool:
        """The receiver, or who leads the receiving team; between teams only the latter (row O19)."""
        if not self.is_waiting or (user.pk == self.offered_by_id and not self.by_lead):
            return False
        leads = self.team_id in led_by(user)
        return leads or (user.pk == self.receiver_id and not self.is_between_teams)

    def may_decline(self, user: Any) -> bool:
        return self.is_waiting and (user.pk == self.receiver_id or self.team_id in led_by(user))

    def may_take_back(self, user: Any) -> bool:
        is_offer = user.pk in (self.offered_by_id, self.giver_id)
        return self.is_waiting and (is_offer or self.from_team_id in led_by(user))


def _party(user: Any) -> Q:
    return Q(giver=user) | Q(receiver=user) | Q(offered_by=user)
