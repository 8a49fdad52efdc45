"""The words by which the marked client is found again, wherever one of them has been kept or told."""

from __future__ import annotations

import re

CANARY = re.compile(r"kanarian?lintu|kanaari", re.IGNORECASE)
NAME, NOTE, WORDS, WHAT = (
    "Kanarialintu",
    "Kanarialinnun muistiinpano kanarialintu",
    "Kanarialintu laulaa",
    "Kanaari",
)
PURPOSE = "Tapaaminen maanantaina"
MIRROR = "Kanaarin peili"  # in a reflection: its author's own


def hits(*texts: str) -> list[str]:
    return [
        text[max(0, found.start() - 80) : found.end() + 40]
        for text in texts
        for found in CANARY.finditer(text)
    ]
