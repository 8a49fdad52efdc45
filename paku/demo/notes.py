"""What a made-up visit says: an opening by its kind, the matters going forward in their own order, a closing."""

from __future__ import annotations

from typing import Any

from paku.demo.cast import Part
from paku.demo.chance import Chance, Deck, Tale
from paku.demo.phrases import Phrases
from pathways.models.stage import Stage

PHASES = ("alku", "kesken", "lopuksi")
PHASE = dict(zip(Stage.values, ("alku", "alku", "kesken", "lopuksi", "lopuksi"), strict=True))
CALLS = {"phone", "video"}


class Notes:
    """One for each life: no sentence of a matter comes twice in it, and no opening twice running."""

    def __init__(self, part: Part, phrases: Phrases, chance: Chance) -> None:
        self.chance, self.name = chance, part.nickname or part.first_names.split()[0]
        themes = [phrases.themes[name] for name in part.themes]
        self.tales = {phase: self._tales(themes, phase) for phase in PHASES}
        pool = phrases.encounters
        self.openers = self._decks(pool["alku"])
        self.closers = self._decks(pool["loppu"])
        self.attempts = self._decks(pool["yritys"])
        self.general = self._decks(pool["yleista"])
        self.found = pool["loytava"]["ensi"]
        self.quiet = Tale(
            chance, chance.sample(pool["loytava"]["hiljaa"], len(pool["loytava"]["hiljaa"]))
        )
        self.at_home = Tale(chance, pool["loytava"]["kotona"])
        self.shy = Deck(chance, pool["loytava"]["sanoi"])
        self.says = Deck(chance, [line for theme in themes for line in theme["sanoi"]])

    def first(self) -> tuple[str, str, str]:
        """How somebody was found: the kind of visit, its note, and how the path began."""
        kind, text, how_began = self.chance.choice(self.found)
        closing = self.closers["muu"].draw() if self.chance.happens(0.4) else ""
        return kind, self._named(f"{text} {closing}".strip()), how_began

    def attempt(self, kind: str) -> str:
        """They did not meet: what was tried, without blame."""
        return self._named(self.attempts[kind].draw())

    def met(self, kind: str, stage: str, *, is_new: bool) -> tuple[str, str]:
        """(kind, note). A sentence may say where it happens (“@errand …”): then the visit was there."""
        if kind in CALLS:
            return kind, self._named(" ".join(self._call(kind, stage)))
        shy = self._shy_line(kind) if stage == Stage.OUTREACH else ""
        told = [] if shy and is_new else self._matters(PHASE[stage], 1 if shy else 2)
        places = [line[1:].partition(" ")[0] for line in told if line.startswith("@")]
        kind = places[-1] if places else kind
        told = [line.partition(" ")[2] if line.startswith("@") else line for line in told]
        opening = [] if shy and kind == "home" else [self.openers[kind].draw()]
        lines = [*opening, *([shy] if shy else []), *(told or [self.general[PHASE[stage]].draw()])]
        if len(lines) < 3 or self.chance.happens(0.25):
            lines.append(self._closing("home" if kind == "home" else "muu", stage))
        return kind, self._named(" ".join(lines))

    def said(self, stage: str) -> str:
        """The person's own sentence, or none was written down."""
        if not self.chance.happens(0.55):
            return ""
        is_shy = stage == Stage.OUTREACH and self.chance.happens(0.6)
        return (self.shy if is_shy else self.says).draw()

    def _call(self, kind: str, stage: str) -> list[str]:
        lines = [self.openers[kind].draw(), self.general[PHASE[stage]].draw()]
        return [*lines, self._closing("puhelu", stage)] if self.chance.happens(0.5) else lines

    def _shy_line(self, kind: str) -> str:
        tale = self.at_home if kind == "home" else self.quiet
        return tale.next() or self.quiet.next() or ""

    def _closing(self, name: str, stage: str) -> str:
        is_light = stage in {Stage.TAPERING, Stage.CONTROLLED_EXIT} and self.chance.happens(0.4)
        return self.closers["kevennys" if is_light else name].draw()

    def _matters(self, phase: str, most: int) -> list[str]:
        """One or two sentences; now and then one that was left of the phase before."""
        lines: list[str] = []
        wanted = min(most, self.chance.choice((1, 2, 2)))
        order = ["alku", phase] if phase == "kesken" and self.chance.happens(0.2) else [phase]
        for name in order:
            tales = [tale for tale in self.tales[name] if tale.left]
            while tales and len(lines) < wanted:
                line = self.chance.choice(tales).next()
                lines += [line] if line else []
                tales = [tale for tale in tales if tale.left]
        return lines

    def _named(self, text: str) -> str:
        return text.replace("{nimi}", self.name)

    def _tales(self, themes: list[dict[str, Any]], phase: str) -> list[Tale]:
        return [Tale(self.chance, theme[phase], share=0.8) for theme in themes]

    def _decks(self, cards: dict[str, list[str]]) -> dict[str, Deck]:
        return {name: Deck(self.chance, lines) for name, lines in cards.items()}
