"""The demo world's own trail: what its three years would have left behind, told as entries with their own times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import models

from clients.models import Client
from network.models.grounds import Ground
from paku.audit.models import Entry
from paku.demo.chance import Chance
from paku.demo.days import Days, at
from paku.demo.people import Staff
from pathways.models import Visit

PAGE = (
    "own_words",
    "contacts",
    "members",
    "steps",
    "visits",
    "path",
)  # what the client's page shows
LISTED = 25  # rows of a page of the caseload


class Trail:
    """Gathers entries; `entries()` gives them in the order of time. No entry tells content (security 2.3)."""

    def __init__(self, staff: Staff, days: Days, chance: Chance) -> None:
        self.staff, self.days, self.chance = staff, days, chance
        self.told: list[Entry] = []
        self.at_work: set[tuple[str, date]] = set()

    def tell(
        self, when: datetime, deed: str, by: str, client: Client | None = None, obj: models.Model | None = None, *,
        clients: Sequence[Client] = (), details: Mapping[str, Any] | None = None, **rest: Any,
    ) -> None:  # fmt: skip
        """One entry by the worker called `by`, as they then were."""
        user, home = self.staff.users[by], self.staff.home(by)
        shown = obj or client
        self.told.append(Entry(
            at=when, deed=deed, actor_ref=user.ref, actor_name=user.name, actor_role=self.staff.rows[by]["role"],
            actor_unit=home.name, provider=home.provider, client_refs=[one.ref for one in (client, *clients) if one],
            object_type=shown._meta.label_lower if shown else "",
            object_ref=str(getattr(shown, "ref", shown.pk)) if shown else "",
            details=dict(details or {}), address=f"192.0.2.{list(self.staff.users).index(by) + 1}",
            session=self._session(by, when.date()),
            **{"purpose": "service_task"} | rest,
        ))  # fmt: skip
        self.at_work.add((by, when.date()))

    def visited(self, visit: Visit, client: Client, by: str, steps: int) -> None:
        """The worker opened the file and logged the visit."""
        opened = visit.logged_at - timedelta(minutes=self.chance.randint(4, 25))
        self.tell(opened, "clients.opened", by, client, sections=list(PAGE))
        self.tell(
            visit.logged_at,
            "pathways.visit_logged",
            by,
            client,
            visit,
            details={"steps": steps, "met": visit.met},
        )

    def reviewed(self, clients: Sequence[Client]) -> None:
        """The supervisor goes through the caseload of the team each week."""
        for week in range(150, 0, -1):
            day = self.days.ago(week * 7)
            there = [one for one in clients if one.created_at.date() < day][:LISTED]
            self.tell(at(day, 8, 35), "pathways.caseload_reviewed", "esihenkilo", clients=there)

    def disclosed(self, handed: Sequence[tuple[Client, str, str]]) -> None:
        """Summaries given on paper to those at the table: (client, recipient, worker)."""
        for number, (client, recipient, by) in enumerate(handed):
            when = at(self.days.ago(12 + 23 * number), 12, 15)
            sections = ["members", "steps", "path"][: 2 + number % 2]
            ground = Ground.SHL_41 if number % 3 == 0 else Ground.CONSENT
            seen, given = "network.paper_previewed", "network.paper_given"
            self.tell(when - timedelta(minutes=6), seen, by, client, sections=sections)
            about: dict[str, Any] = {
                "recipient": recipient,
                "ground": ground,
                "reason": "verkoston tapaaminen",
            }
            self.tell(when, given, by, client, sections=sections, details={"pages": 2}, **about)

    def refused(self, client: Client) -> None:
        """A worker of another team tried an address that was not theirs, and got what everybody gets: 404."""
        details = {
            "why": "http404",
            "page": "pathways:client",
            "ref": str(client.ref),
            "method": "GET",
        }
        self.tell(
            at(self.days.ago(9), 10, 47),
            "audit.refused",
            "naapuri",
            outcome="denied",
            details=details,
        )

    def walked_beside(self, given: Sequence[tuple[Client, date]]) -> None:
        """The near-worker looks at his own day every other week: at those given to him, from their days on."""
        for turn in range(18, 0, -1):
            day = self.days.ago(turn * 14 + 3)
            there = [client for client, since in given if since < day]
            self.tell(at(day, 9, 10), "pathways.day_read", "jarjesto", clients=there)

    def inspected(self) -> None:
        """The privacy officer reads the trail each month."""
        for month in range(35, 0, -1):
            when = at(self.days.ago(month * 30), 13, 5)
            self.tell(when, "audit.trail_read", "tietosuoja", purpose="supervision")

    def entries(self) -> list[Entry]:
        """Everything, with each working day's sign-in and sign-out round it."""
        for by, day in sorted(self.at_work):
            start = at(day, 7, 30) + timedelta(minutes=self.chance.randint(0, 28))
            self.tell(start, "access.signed_in", by, purpose="sign_in")
            if self.chance.happens(0.7):
                end = at(day, 16, 2) + timedelta(minutes=self.chance.randint(0, 25))
                self.tell(end, "access.signed_out", by, purpose="sign_in")
        return sorted(self.told, key=lambda entry: entry.at)

    def _session(self, by: str, day: date) -> str:
        return f"{Chance(f'{by}{day}').getrandbits(64):016x}"
