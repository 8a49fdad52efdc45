"""Words by which one notices that a text may already tell of a need that makes a matter pending (703/2023 37 §)."""

from __future__ import annotations

from datetime import date

from paku.kit.dated import Code
from paku.kit.folding import folded
from paku.kit.retention import Retention


class NeedSign(Code):
    """The labels are beginnings of words as they are said in each language: `häädö` finds “häädön”."""

    retention = Retention(
        owner="pathways", ground="no personal data", period="while in use", shred="delete"
    )


def signs_in(texts: list[str], day: date) -> list[str]:
    """The words of the texts that begin as a sign does, as they were written, each once; one statement."""
    said = " ".join(texts)
    if not said.strip():
        return []
    rows = NeedSign.objects.on(day).values_list("label_fi", "label_sv", "label_en")
    signs = {folded(label) for labels in rows for label in labels if label}
    return [word for word in _words(said) if any(folded(word).startswith(sign) for sign in signs)]


def _words(text: str) -> list[str]:
    """In order, without what stands round them, each once."""
    found = (word.strip(".,;:!?()[]”“\"'–-") for word in text.split())
    return list(dict.fromkeys(word for word in found if word))
