"""People for maps: as many as one likes, with names as long and as strange as they come."""

from __future__ import annotations

from hypothesis import strategies as st

from network.models.tie import Ring, Sector, Strength
from network.picture import Mark, Person, in_order

NAMES = (
    "Maija-Liisa Kärkkäinen-Hämäläinen",
    "Oikeuspalveluviraston talous- ja velkaneuvoja Ville Virtanen",
    "Áilu Sámmol Biera Ánne Đuođđá",
    "Ǩeâvvan Šiǥǥâr Žuânn",
    "محمد عبد الرحمن الحسيني",
    "Työllisyysalueenpalveluasiantuntijaesihenkilö",
    "Ы. Щукина",
    "Äiti",
    "<b>&amp;",
    "WWWWWWWWWWWWWWWW",
)
LETTERS = "abcdefghijklmnopqrstuvwxyzåäöŋđšžǥǩABCWMÅÄÖŠ -محمدعبدوي"


def names():
    return st.one_of(
        st.sampled_from(NAMES), st.text(LETTERS, min_size=1, max_size=120).filter(str.strip)
    )


@st.composite
def crowds(draw, least=1, most=40):
    size = draw(st.integers(least, most))
    return in_order(
        Person(
            key,
            draw(names()),
            draw(st.sampled_from(Sector)),
            draw(st.sampled_from(Ring.values)),
            draw(st.sampled_from(Strength)),
            draw(st.sampled_from(Mark)),
        )
        for key in range(size)
    )


def forty():
    """Always the same forty, spread over the map."""
    parts, ties, marks = list(Sector), list(Strength), list(Mark)
    return in_order(
        Person(
            key,
            f"{NAMES[key % len(NAMES)]} {key}",
            parts[key % 3],
            key // 3 % 3 + 1,
            ties[key % 3],
            marks[key // 2 % 3],
        )
        for key in range(40)
    )
