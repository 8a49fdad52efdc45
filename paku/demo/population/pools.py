"""What a population's people are called and what is written of them: composed once, then drawn from."""

from __future__ import annotations

from dataclasses import dataclass, field

from paku.demo.chance import Chance
from paku.demo.phrases import Phrases
from paku.demo.population.sheet import escaped

NOTES = 800


@dataclass
class Pools:
    """Every text is escaped for COPY already."""

    first: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    steps: list[tuple[str, str]] = field(default_factory=list)
    words: dict[str, list[str]] = field(default_factory=dict)
    moves: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    partners: list[tuple[str, str, str]] = field(default_factory=list)


def compose(chance: Chance) -> Pools:
    """Notes of two to four sentences from the themes of the demo world, none of which names anybody."""
    phrases, pools = Phrases(), Pools()
    names = phrases.names
    pools.first = names["first"]
    pools.last = [
        one + end for one in names["begins"] for end in names["ends"] if one.lower() != end
    ]
    sentences = [
        line.partition(" ")[2] if line.startswith("@") else line
        for theme in phrases.themes.values()
        for phase in ("alku", "kesken", "lopuksi")
        for line in theme[phase]
        if "{nimi}" not in line
    ]
    for _note in range(NOTES):
        told = chance.sample(sentences, chance.randint(2, 4))
        pools.notes.append(escaped(chance.chosen(" ".join(told))))
    for theme in phrases.themes.values():
        pools.quotes += [escaped(line) for line in theme["sanoi"]]
        pools.steps += [
            (escaped(what), escaped(outcome)) for what, _doer, outcome in theme["sovittiin"]
        ]
        partner = theme["kumppani"]
        pools.partners.append(
            (escaped(partner["name"]), escaped(partner["role"]), escaped(partner["tasks"]))
        )
    for question, answers in phrases.words.items():
        pools.words[question] = [escaped(chance.chosen(answer)) for answer in answers]
    for way, told_of in phrases.moves.items():
        pairs = zip(told_of["why"], told_of["what_next"], strict=False)
        pools.moves[way] = [(escaped(why), escaped(what_next)) for why, what_next in pairs]
    return pools
