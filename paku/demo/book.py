"""Lives written down: each becomes the rows that the rooms' own deeds would have made over the years."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import Any

from clients.models import (
    Advice,
    Assignment,
    CareRelationship,
    Client,
    ContactPoint,
    Exclusion,
    Municipality,
    OwnWords,
    OwnWorkerPeriod,
    ProtectedPlace,
    Substitute,
    Village,
)
from network.models import Organisation
from paku.demo.around import Circle
from paku.demo.chance import Chance
from paku.demo.days import Days, at
from paku.demo.keys import Keys
from paku.demo.life import Life
from paku.demo.people import Staff
from paku.demo.trail import Trail
from pathways.models import Pathway, StageMove, VisitKind

MATTER = "Työikäisten palvelut"


class Book:
    """Gathers rows (`rows`) and what the trail tells of them (`trail`); writes nothing itself."""

    def __init__(
        self, staff: Staff, organisations: dict[str, Organisation], days: Days, chance: Chance
    ) -> None:
        self.staff, self.organisations, self.days, self.chance = staff, organisations, days, chance
        self.keys = Keys()
        self.rows: list[Any] = []
        self.trail = Trail(staff, days, chance)
        self.places = {place.code: place for place in Municipality.objects.all()}
        self.villages = {
            (one.municipality.code, one.name): one
            for one in Village.objects.select_related("municipality")
        }
        self.kinds = {kind.code: kind for kind in VisitKind.objects.on(days.today)}

    def write(self, life: Life) -> None:
        """All rows of one person."""
        client = self._client(life)
        care = self._care(life, client)
        path = self._path(life, client, care)
        circle = Circle(self, life, client)
        circle.gather()
        circle.meet(path)
        self._words(life, client)
        self._shut_out(life, client)

    def _client(self, life: Life) -> Client:
        person = dict(life.person)
        municipality = person.pop("municipality")
        village = person.pop("village", "")
        place = {
            "municipality": self.places[municipality],
            "village": self.villages[municipality, village] if village else None,
        }
        is_protected = person.get("is_protected", False)
        client = Client(
            pk=self.keys.give(Client),
            ref=self.chance.ref(),
            created_at=at(life.began_on, 9, 12),
            **({} if is_protected else place),
            **person,
        )
        points = [
            ContactPoint(client=client, kind=kind, value=value, note=note)
            for kind, value, note in life.phones
        ]
        self.rows += [client, *points]
        if client.advice:
            self._advice(life, client)
        if is_protected:
            self.rows.append(ProtectedPlace(client=client, **place))
        self.trail.tell(client.created_at, "clients.created", life.own_workers[0].worker, client)
        return client

    def _advice(self, life: Life, client: Client) -> None:
        """Said some weeks after the beginning, to whoever was the own worker then."""
        said_on = min(life.began_on + timedelta(days=30), self.days.ago(1))
        heard_by = self.staff.users[life.own_worker_on(said_on)]
        given = Advice(
            client=client,
            text=client.advice,
            said_on=said_on,
            heard_by=heard_by,
            at=at(said_on, 15),
        )
        self.rows.append(given)

    def _care(self, life: Life, client: Client) -> CareRelationship:
        users = self.staff.users
        care = CareRelationship(
            pk=self.keys.give(CareRelationship),
            ref=self.chance.ref(),
            client=client,
            team=self.staff.teams[life.team],
            own_worker=users[life.own_workers[-1].worker],
            started_on=life.began_on,
        )
        self.rows.append(care)
        life.own_workers[0].since = life.began_on
        for former, new in pairwise(life.own_workers):
            former.until = new.since - timedelta(days=1)
        for one in life.own_workers:
            self.rows.append(
                OwnWorkerPeriod(
                    care=care, worker=users[one.worker], since=one.since, until=one.until
                )
            )
            self.trail.tell(at(one.since, 9, 15), "clients.care_begun", one.worker, client, care)
        for one in life.assigned:
            since = max(one.since, life.began_on)
            self.rows.append(
                Assignment(
                    care=care, worker=users[one.worker], part=one.part, since=since, until=one.until
                )
            )
            by, details = life.own_worker_on(since), {"part": one.part}
            self.trail.tell(
                at(since, 9, 20), "clients.worker_assigned", by, client, care, details=details
            )
        for one in life.substitutes:
            self.rows.append(
                Substitute(care=care, worker=users[one.worker], since=one.since, until=one.until)
            )
        return care

    def _path(self, life: Life, client: Client, care: CareRelationship) -> Pathway:
        last = life.turns[-1]
        path = Pathway(
            pk=self.keys.give(Pathway),
            ref=self.chance.ref(),
            care=care,
            client=client,
            matter=MATTER,
            how_began=life.how_began,
            opened_on=life.began_on,
            stage=last.stage,
            stage_since=last.on,
            last_contact_on=max((one.on for one in life.encounters if one.met), default=None),
        )
        self.rows.append(path)
        for number, turn in enumerate(life.turns):
            by = self.staff.users[turn.carried_by]
            move = StageMove(
                pk=self.keys.give(StageMove),
                path=path, stage=turn.stage, on=turn.on, why=turn.why, what_next=turn.what_next,
                carried_by=by.name, by=by, at=at(turn.on, 14, 5),
            )  # fmt: skip
            self.rows.append(move)
            deed = "pathways.moved" if number else "pathways.opened"
            self.trail.tell(
                move.at, deed, turn.carried_by, client, path, details={"to": turn.stage}
            )
        return path

    def _shut_out(self, life: Life, client: Client) -> None:
        if life.shut_out is None:
            return
        name, reason = life.shut_out
        by = life.own_workers[-1].worker
        users, moment = self.staff.users, at(life.began_on, 9, 30)
        exclusion = Exclusion(
            ref=self.chance.ref(), client=client, user=users[name], reason=reason, added_by=users[by], added_at=moment
        )  # fmt: skip
        self.rows.append(exclusion)
        details = {"worker": str(users[name].ref), "reason": reason}
        self.trail.tell(moment, "clients.excluded", by, client, exclusion, details=details)

    def _words(self, life: Life, client: Client) -> None:
        for said in life.words:
            words = OwnWords(
                client=client, question=said.question, text=said.text, said_on=said.on,
                heard_by=self.staff.users[said.heard_by], at=at(said.on, 15, 10),
            )  # fmt: skip
            self.rows.append(words)
            details = {"question": said.question}
            self.trail.tell(words.at, "clients.words_heard", said.heard_by, client, details=details)
