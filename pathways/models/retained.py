"""How long what belongs to a path is kept: one declaration for all of it."""

from __future__ import annotations

from paku.kit.retention import Retention

OF_THE_PATH = Retention(
    owner="pathways",
    ground="703/2023 annex: 10 y from closing the matter",
    period="10 y from its end",
    shred="delete",
    years=10,
    counted_from="path_end",
)
