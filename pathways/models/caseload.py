"""Open care relationships as rows of lists: the worker's board and the supervisor's caseload.

A row is a CareRelationship with its client and own worker, and beside them what the lists need of the open path and of
the open steps. A care relationship whose path is missing stays in the list: nobody vanishes from it.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db.models import (
    BooleanField,
    Case,
    Count,
    DateField,
    Exists,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from clients.models import CareRelationship, Substitute
from clients.models.care import CareQuerySet
from clients.models.continuity import met_workers
from clients.models.relation import listed_q, opened_q, related_q
from network.models import Step
from paku.kit.finnish import FinnishSort
from paku.kit.pages import Order
from paku.kit.today import Today
from pathways.models.rhythm import Rhythm, last_heard
from pathways.models.stage import Stage

BEFORE_ALL = Value(date(1, 1, 1))  # sorts what has no date first: no next step, no contact yet
BY_NAME: Order = [("client__sort_key", "asc"), ("pk", "asc")]
BY_WORKER: Order = [(FinnishSort("own_worker__name"), "asc"), *BY_NAME]
BY_STEP: Order = [(Coalesce("next_due_on", BEFORE_ALL), "asc"), *BY_NAME]
BY_CONTACT: Order = [(Coalesce("last_contact_on", BEFORE_ALL), "asc"), *BY_NAME]
BY_OVERDUE: Order = [("overdue", "desc"), *BY_NAME]
BY_STAGE: Order = [
    (
        Case(
            *(When(stage=s.value, then=Value(s.step)) for s in Stage),
            default=Value(0),
            output_field=IntegerField(),
        ),
        "asc",
    ),
    ("stage_since", "asc"),
    ("pk", "asc"),
]


class CaseloadQuerySet(CareQuerySet):
    """Who stands in a list, what is shown of them, and by what they are sorted."""

    def of_team(self, teams: list[int]) -> Self:
        return self.filter(team__in=teams)

    def listed_for(self, user: Any) -> Self:
        return self.filter(listed_q(user, "client_id"))

    def related_to(self, user: Any) -> Self:
        return self.filter(related_q(user, "client_id"))

    def of_clients(self, clients: list[int]) -> Self:
        return self.filter(client__in=clients)

    def in_stage(self, stage: str) -> Self:
        return self.filter(stage=stage) if stage else self

    def of_worker(self, ref: Any) -> Self:
        return self.filter(own_worker__ref=ref) if ref else self

    def with_people(self) -> Self:
        return self.select_related("client", "own_worker")

    def with_path(self) -> Self:
        """`stage`, `stage_since`, `promised_days`, `last_contact_on`, `opened_on` of the one open path."""
        joined = self.annotate(path=FilteredRelation("paths", condition=Q(paths__ended_on=None)))
        return joined.annotate(
            stage=F("path__stage"),
            stage_since=F("path__stage_since"),
            promised_days=F("path__promised_days"),
            last_contact_on=F("path__last_contact_on"),
            opened_on=Coalesce("path__opened_on", "started_on"),
        ).annotate(last_heard_on=last_heard())

    def with_next_step(self) -> Self:
        """`next_due_on`: the day of the next open step; empty when no dated next step is agreed."""
        steps = Step.objects.open().filter(client=OuterRef("client")).soonest_first()
        return self.annotate(
            next_due_on=Subquery(steps.values("due_on")[:1], output_field=DateField())
        )

    def with_substitute(self) -> Self:
        """`has_substitute`: whether anybody stands in for the own worker now or is named to."""
        named = Substitute.objects.filter(care=OuterRef("pk"), until__gte=Today())
        return self.annotate(has_substitute=Exists(named))

    def with_overdue(self, today: date) -> Self:
        """`overdue`: how many open steps are past their day."""
        late = (
            Step.objects.overdue(today)
            .filter(client=OuterRef("client"))
            .order_by()
            .values("client")
        )
        number = Subquery(
            late.annotate(number=Count("pk")).values("number"), output_field=IntegerField()
        )
        return self.annotate(overdue=Coalesce(number, 0))

    def marked_open_to(self, user: Any) -> Self:
        """`is_opened`: whether this user may open the file; else name and own worker are all there is to see."""
        is_opened = Case(
            When(opened_q(user, "client_id"), then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        )
        return self.annotate(is_opened=is_opened)

    def marked_open(self) -> Self:
        """The same for a list that holds nothing but what the user may open."""
        return self.annotate(is_opened=Value(True))

    def with_met_workers(self) -> Self:
        """`met_workers`: how many own workers the person has had in all."""
        return self.annotate(met_workers=met_workers())

    def without_step(self) -> Self:
        return self.filter(next_due_on=None)

    def overdue_only(self) -> Self:
        return self.filter(overdue__gt=0)

    def silent(self, rhythm: Rhythm) -> Self:
        return self.filter(rhythm.silent_q())

    def counted_by_worker(self, rhythm: Rhythm) -> list[dict[str, Any]]:
        """One row per own worker: clients by stage, late steps, silent clients, clients without a next step,
        clients who have had one own worker only."""
        stages = {stage.value: Count("pk", filter=Q(stage=stage.value)) for stage in Stage}
        by_worker: Any = self.order_by().values("own_worker__ref", "own_worker__name")
        return list(
            by_worker.annotate(
                total=Count("pk"),
                late_steps=Sum("overdue"),
                quiet=Count("pk", filter=rhythm.silent_q()),
                unplanned=Count("pk", filter=Q(next_due_on=None)),
                kept=Count("pk", filter=Q(met_workers=1)),
                **stages,
            )
        )


def open_cares() -> CaseloadQuerySet:
    """Every open care relationship; always narrowed by one of the relation rules or by team."""
    return CaseloadQuerySet(CareRelationship).filter(ended_on=None)


def next_steps(clients: list[int]) -> dict[int, Step]:
    """The soonest open step of each of these clients, with its doer; one statement."""
    steps = (
        Step.objects.open()
        .filter(client__in=clients)
        .order_by("client_id", "due_on", "pk")
        .distinct("client_id")
    )
    return {step.client_id: step for step in steps.select_related("doer")}
