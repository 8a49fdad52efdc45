"""Chance that falls the same way each time: everything made up is drawn from a seed."""

from __future__ import annotations

import random
import re
import uuid
from collections.abc import Sequence

_CHOICE = re.compile(r"\[([^\[\]]+\|[^\[\]]*)\]")


class Chance(random.Random):
    """`random.Random` that also makes refs and finishes sentences."""

    def ref(self) -> uuid.UUID:
        """A public id as `uuid.uuid4` makes them, but drawn from the seed."""
        return uuid.UUID(int=self.getrandbits(128), version=4)

    def chosen(self, sentence: str) -> str:
        """“[a|b|c] d” → “b d”: one of the alternatives in each bracket."""
        return _CHOICE.sub(lambda found: self.choice(found.group(1).split("|")), sentence)

    def happens(self, share: float) -> bool:
        """True in the given share of cases (0 … 1)."""
        return self.random() < share


class Deck:
    """Sentences drawn without return; when all are used, shuffled anew, never the same twice running."""

    def __init__(self, chance: Chance, cards: Sequence[str]) -> None:
        self.chance, self.cards = chance, list(cards)
        self.left: list[str] = []
        self.last = ""

    def draw(self) -> str:
        if not self.left:
            self.left = self.chance.sample(self.cards, len(self.cards))
            if self.left[-1] == self.last and len(self.left) > 1:
                self.left[0], self.left[-1] = self.left[-1], self.left[0]
        self.last = self.left.pop()
        return self.chance.chosen(self.last)


class Tale:
    """Sentences told in their order, some left out, each at most once: a matter that goes forward."""

    def __init__(self, chance: Chance, sentences: Sequence[str], *, share: float = 0.85) -> None:
        told = [one for one in sentences if chance.happens(share)] or list(sentences)
        self.left = [chance.chosen(one) for one in told]

    def next(self) -> str | None:
        """The next sentence, or None when the tale is told."""
        return self.left.pop(0) if self.left else None
