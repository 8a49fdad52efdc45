"""Referrals by where they are, and by how long nobody has answered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Case, DateField, F, Func, IntegerField, OuterRef, Subquery, Value, When

from clients.models import Client
from clients.models.relation import followed_q, open_care_q, relations_of
from network.models.member import Member
from network.models.referral_state import State

if TYPE_CHECKING:
    from network.models.referral import Referral

LAST = date(9999, 12, 31)


class ReferralQuerySet(models.QuerySet["Referral"]):
    """Loops by whether they are closed, and by how long nobody has answered."""

    def of(self, client: Client) -> ReferralQuerySet:
        return self.filter(client=client)

    def open(self) -> ReferralQuerySet:
        return self.filter(closed_on=None)

    def of_open_care(self) -> ReferralQuerySet:
        return self.filter(open_care_q())

    def followed_by(self, user: Any) -> ReferralQuerySet:
        """Of one's own clients; of the team's, for whoever leads it."""
        found = self.filter(followed_q(user, "client_id"))
        return found.annotate(relations=relations_of(user, "client_id"))

    def known_to(self, user: Any) -> ReferralQuerySet:
        """With `relations`, empty for a stranger: the door asks the right."""
        return self.annotate(relations=relations_of(user, "client_id"))

    def unanswered(self, since: date) -> ReferralQuerySet:
        """Sent on that day or before, and nobody has said that it has come."""
        return self.open().filter(state=State.SENT, sent_on__lte=since)

    def with_silence(self) -> ReferralQuerySet:
        """`silent_since`: the day of sending while nobody answers; of others the last day of all."""
        silent = When(state=State.SENT, then=F("sent_on"))
        return self.annotate(
            silent_since=Case(silent, default=Value(LAST), output_field=DateField())
        )

    def told(self) -> ReferralQuerySet:
        """With all that a row of a list shows; `learned_days` is the wait that own referrals have taught. Who carries
        it by name only, for the database may keep their row back from the reader, and the referral is there all the
        same."""
        whose = ("client", "service", "organisation", "consent", "meanwhile_step", "new_step")
        carrier = Member.objects.filter(pk=OuterRef("carried_by")).order_by().values("name")
        return self.select_related(*whose).annotate(
            learned_days=learned_wait("service"), carrier_name=Subquery(carrier)
        )

    def on_the_way_of(self, client: Client, today: date) -> list[tuple[Referral, int, bool]]:
        """The person's open loops with the days that they have waited, and whether that is longer than usual; one
        statement."""
        found = self.of(client).open().select_related("organisation", "service", "meanwhile_step")
        rows = found.annotate(learned_days=learned_wait("service")).oldest_first()
        waited = [(one, one.days_out(today)) for one in rows]
        return [(one, days, one.is_longer_than_usual(days)) for one, days in waited]

    def oldest_first(self) -> ReferralQuerySet:
        return self.order_by("made_on", "pk")


def learned_wait(service: str) -> Func:
    """Days from sending to the first meeting, the median of five persons at least, else nothing."""
    return Func(F(service), function="paku_learned_wait", output_field=IntegerField())
