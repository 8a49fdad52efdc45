"""The visits of a made-up life: when, where and with whom, what was agreed, and what is open today."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from paku.demo.cast import Part
from paku.demo.chance import Deck
from paku.demo.life import CLIENT, OWN, Agreement, Encounter, Life
from paku.demo.notes import CALLS, Notes
from paku.demo.routes import KINDS, Leg, contact_days
from pathways.models.stage import Stage

if TYPE_CHECKING:
    from paku.demo.imagining import Imagination

WAY = {"931": (4, 66), "601": (76, 142), "992": (4, 40)}  # kilometres there and back, from and to
GOES = {"home", "on_the_road", "errand", "meeting_place"}
MISSED = dict(zip(Stage.values, (0.16, 0.07, 0.08, 0.05, 0.0), strict=True))  # share of attempts
Promise = tuple[str, list[str]]  # theme, [what, doer, outcome]


class Contacts:
    """`fill()` writes the encounters of one life."""

    def __init__(self, imagination: Imagination, part: Part, way: list[Leg], life: Life) -> None:
        self.part, self.way, self.life = part, way, life
        self.days, self.chance = imagination.days, imagination.chance
        self.notes = Notes(part, imagination.phrases, self.chance)
        self.themes = {name: imagination.phrases.themes[name] for name in part.themes}
        self.kinds = {stage: Deck(self.chance, cards) for stage, cards in KINDS.items()}
        nearest, farthest = WAY[part.municipality]
        self.km = self.chance.randint(nearest, farthest) if part.village else nearest
        self.promises = self._promises()

    def fill(self) -> None:
        """All contacts in their order, then what is open today."""
        kept, self.promises = self.promises[:3], self.promises[3:]
        met = self.life.encounters
        for ago, stage in contact_days(self.part, self.way, self.chance):
            missed = bool(met) and self.chance.happens(MISSED[stage])
            met.append(self._attempt(ago) if missed else self._meeting(ago, stage))
        self._leave_open(kept)

    def _promises(self) -> list[Promise]:
        is_close = any(one.key == "close" for one in self.life.around)
        told = [(name, step) for name, theme in self.themes.items() for step in theme["sovittiin"]]
        told = [one for one in told if is_close or one[1][1] != "close"]
        self.chance.shuffle(told)
        return told

    def _worker(self, ago: int) -> str:
        on = self.days.ago(ago)
        if stands_in := [one.worker for one in self.life.substitutes if one.since <= on]:
            return stands_in[0]
        pairs = [one.worker for one in self.life.assigned if one.part == "pair" and one.since <= on]
        return pairs[0] if pairs and self.chance.happens(0.4) else self.life.own_worker_on(on)

    def _attempt(self, ago: int) -> Encounter:
        kind = self.chance.choice(("home", "home", "phone", "office"))
        km = self.km if kind == "home" else None
        note = self.notes.attempt(kind)
        return Encounter(self.days.ago(ago), self._worker(ago), kind, note, met=False, km=km)

    def _meeting(self, ago: int, stage: str) -> Encounter:
        kind, note = self.kinds[stage].draw(), ""
        if stage == Stage.OUTREACH and not self.life.encounters:
            kind, note, self.life.how_began = self.notes.first()
        else:
            kind, note = self.notes.met(kind, stage, is_new=len(self.life.encounters) < 3)
        met = Encounter(self.days.ago(ago), self._worker(ago), kind, note, self.notes.said(stage))
        is_call = kind in CALLS
        met.minutes = self.chance.randint(5, 25) if is_call else 5 * self.chance.randint(5, 19)
        met.km = self._kilometres(kind)
        if kind == "home" and self.chance.happens(0.12):
            met.present += [one.key for one in self.life.around if one.key == "close"]
        if self.promises and self.chance.happens(0.45):
            met.agreed.append(self._kept(met, *self.promises.pop()))
        return met

    def _kilometres(self, kind: str) -> int | None:
        if kind not in GOES:
            return None
        return self.km + self.chance.choice((0, 12, 38, 190) if kind == "errand" else (0, 0, 2))

    def _doer(self, code: str, theme: str) -> str:
        match code:
            case "client":
                return CLIENT
            case "pair":
                pairs = (one.worker for one in self.life.assigned if one.part == "pair")
                return next(pairs, OWN)
            case "partner":
                name = self.themes[theme]["kumppani"]["name"]
                return next(one.key for one in self.life.around if one.name == name)
        return code

    def _kept(self, met: Encounter, theme: str, promise: list[str]) -> Agreement:
        what, doer, outcome = promise
        within = self.chance.choice((5, 7, 7, 10, 14, 21))
        late = self.chance.choice((-3, -1, -1, 0, 0, 2, 9))
        due, done = met.on + timedelta(days=within), met.on + timedelta(days=within + late)
        return Agreement(what, self._doer(doer, theme), due, self.days.past(done), outcome)

    def _leave_open(self, kept: list[Promise]) -> None:
        """Agreed on the last meeting: one or two steps ahead, and those that the cast's marks tell of."""
        meetings = [one for one in self.life.encounters if one.met]
        last, before = meetings[-1], meetings[-3:][0]
        marks, days = self.part.marks, self.days
        if "over" in marks:
            theme, (what, doer, _outcome) = kept.pop()
            due = days.ago(self.chance.randint(2, 9))
            before.agreed.append(Agreement(what, self._doer(doer, theme), due))
        if "due" in marks:
            promise = next((one for one in kept if one[1][1] in {"own", "pair"}), kept[-1])
            kept.remove(promise)
            last.agreed.append(Agreement(promise[1][0], OWN, days.today))
        if "red" not in marks:
            for theme, (what, doer, _outcome) in kept[: self.chance.choice((1, 1, 2))]:
                due = days.ahead(self.chance.randint(1, 24))
                last.agreed.append(Agreement(what, self._doer(doer, theme), due))
