"""Lives made up from the cast and the sentence pools, the same each time for the same seed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clients.models.own_words import Question
from paku.demo.cast import Part
from paku.demo.chance import Chance, Deck
from paku.demo.contacts import Contacts
from paku.demo.days import Days
from paku.demo.life import Around, Life, Said, Stretch, Turn
from paku.demo.people import Staff
from paku.demo.phrases import Phrases
from paku.demo.routes import Leg, legs

PAIRS = {"tyontekija": "ohjaaja", "tuula": "hannele", "paivi": "naapuri"}
AWAY = {"tuula": "hannele"}  # on leave now: who answers meanwhile
RELATIVES = ("sisar", "veli", "tytär", "poika", "äiti")
GIVEN = {"n": "women", "m": "men"}


class Imagination:
    """One for each world: decks are shared by all lives, so that neighbours do not speak with one mouth."""

    def __init__(self, staff: Staff, days: Days, chance: Chance) -> None:
        self.staff, self.days, self.chance, self.phrases = staff, days, chance, Phrases()
        self.words = {name: Deck(chance, cards) for name, cards in self.phrases.words.items()}
        self.number = 110

    def life(self, part: Part) -> Life:
        """Everything of one person of the cast."""
        days = self.days
        way = legs(part, self.chance)
        life = Life(
            person=self._person(part),
            team=part.marks.get("team", "north"),
            began_on=days.ago(part.began),
            how_began=self.words["how_began"].draw(),
            own_workers=list(self._own_workers(part)),
        )
        self.number += 1
        if part.last_name and self.chance.happens(0.9):
            note = self.chance.choice(("", "", "parhaiten iltapäivällä", "tekstiviesti ensin"))
            life.phones.append(("phone", f"+358400000{self.number}", note))
        if street := part.marks.get("guarded"):
            life.phones.append(("address", street.replace("_", " "), ""))
        if "shut" in part.marks:
            name, _colon, reason = part.marks["shut"].partition(":")
            life.shut_out = (name, reason)
        self._beside(part, life)
        life.around += list(self._partners(part, life))
        life.turns = list(self._turns(way, life))
        life.words = list(self._said(part, life))
        Contacts(self, part, way, life).fill()
        return life

    def _person(self, part: Part) -> dict[str, Any]:
        tongue = next((code for code in ("sv", "ru", "ar") if code in part.marks), "fi")
        return {
            "first_names": part.first_names,
            "last_name": part.last_name,
            "nickname": part.nickname,
            "born_on": part.born_on,
            "municipality": part.municipality,
            "village": part.village,
            "mother_tongue": tongue if part.last_name else "",
            "needs_interpreter": tongue == "ar",
            "needs_plain_language": tongue in {"ru", "ar"} or self.chance.happens(0.15),
            "is_protected": "guarded" in part.marks,
            "advice": self.words["advice"].draw() if self.chance.happens(0.85) else "",
        }

    def _own_workers(self, part: Part) -> Iterator[Stretch]:
        since = part.began
        if "change" in part.marks:
            former, _colon, until = part.marks["change"].partition(":")
            if int(until) < part.began:
                yield Stretch(former, self.days.ago(part.began))
                since = int(until) - 1
        yield Stretch(part.worker, self.days.ago(since))

    def _beside(self, part: Part, life: Life) -> None:
        """Pair, substitute and a close person."""
        days, began = self.days, part.began
        if pair := PAIRS.get(part.worker):
            since = days.ago(min(690, began) - self.chance.randint(0, 5))
            life.assigned.append(Stretch(pair, since, part="pair"))
            title = f"{self.staff.rows[pair]['title']}, työpari"
            life.around.append(
                Around(
                    pair, "worker", "", title, since, tasks="Käynnit vuorotellen, kyydit", user=pair
                )
            )
        if stand_in := part.marks.get("sub") or AWAY.get(part.worker):
            life.substitutes.append(Stretch(stand_in, days.plain(3), days.plain(-11)))
        if self.chance.happens(0.75):
            life.around.append(self._close(part))

    def _close(self, part: Part) -> Around:
        """Somebody of a fitting age; relatives mostly share the last name."""
        names = self.phrases.names
        born = part.born_on.year if part.born_on else 1975
        fitting = [row for row in self.phrases.close_ones if row[3] <= born <= row[4]]
        role, tasks, given, *_years = self.chance.choice(fitting)
        last = (
            part.last_name
            if role in RELATIVES and part.last_name
            else self.chance.choice(names["families"])
        )
        name = f"{self.chance.choice(names[GIVEN[self.chance.choice(given)]])} {last}"
        since, phone = self.days.plain(part.began * 2 // 3), f"+358400000{self.number + 100}"
        return Around("close", "close", name, role, since, tasks=tasks, phone=phone)

    def _partners(self, part: Part, life: Life) -> Iterator[Around]:
        seen = set()
        for theme in part.themes:
            told = self.phrases.themes[theme]["kumppani"]
            if told["name"] not in seen:
                seen.add(told["name"])
                yield Around(
                    key=theme, kind="partner", since=self.days.plain(part.began * 4 // 5), **told
                )

    def _turns(self, way: list[Leg], life: Life) -> Iterator[Turn]:
        before = ""
        for leg in way:
            told = self.phrases.moves[f"{before}>{leg.stage}"]
            on = self.days.ago(leg.begins)
            why, what_next = self.chance.choice(told["why"]), self.chance.choice(told["what_next"])
            yield Turn(leg.stage, on, why, what_next, life.own_worker_on(on))
            before = leg.stage

    def _said(self, part: Part, life: Life) -> Iterator[Said]:
        questions = self.chance.sample(
            list(Question.values), self.chance.randint(2, 6 if part.began > 90 else 3)
        )
        for question in questions:
            first = self.chance.randint(part.began // 3, part.began)
            for ago in [first, *([first // 4] if self.chance.happens(0.3) and first > 60 else [])]:
                on = self.days.ago(max(ago, 2))
                yield Said(question, self.words[question].draw(), on, life.own_worker_on(on))
