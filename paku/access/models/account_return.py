"""An ended account that one main user asks back into use and another gives back."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from paku.access.models.two_people import TwoPeople, TwoPeopleQuerySet, rules
from paku.access.roles import May
from paku.kit.retention import Retention


class AccountReturnQuerySet(TwoPeopleQuerySet):
    def managed_by(self, user: Any) -> AccountReturnQuerySet:
        """Accounts are looked after by main users alone."""
        return self if user.may(May.MANAGE_USERS) else self.none()

    def with_names(self) -> AccountReturnQuerySet:
        return self.select_related("subject", "asked_by", "decided_by")


class AccountReturn(TwoPeople):
    """Only the account comes back: no role, no session, nothing that ended with it."""

    retention = Retention(
        owner="access", ground="703/2023 9 §", period="12 y as in the trail", shred="delete"
    )

    objects: ClassVar[Any] = AccountReturnQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            *rules(
                asking="nobody_asks_for_their_own_account_back",
                giving="two_people_give_an_account_back_and_neither_is_its_owner",
                deciding="a_decision_on_a_return_is_whole",
            ),
            models.UniqueConstraint(
                fields=["subject"],
                condition=Q(outcome=""),
                name="an_account_is_asked_back_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return str(self.subject)
