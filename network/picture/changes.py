"""What has changed between the maps of two days: one by one in words, and as signs in the pictures and their twins."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from network.maps import Drawn, Row
from network.picture.people import Moved


@dataclass(frozen=True, slots=True)
class Change:
    """`sign` is + who came, − who went, ↑ nearer, ↓ further, ≈ other changes; `then` and `now` are rows, or nothing."""

    sign: str
    name: str
    then: Row | None
    now: Row | None

    @property
    def is_moved(self) -> bool:
        """To another ring or another part."""
        if self.then is None or self.now is None:
            return False
        before, after = self.then.tie, self.now.tie
        return (before.ring, before.sector) != (after.ring, after.sector)

    @property
    def is_other_tie(self) -> bool:
        both = self.then is not None and self.now is not None
        return both and self.then.tie.strength != self.now.tie.strength  # type: ignore[union-attr]

    @property
    def talks_new(self) -> list[str]:
        return _more(self.now, self.then)

    @property
    def talks_over(self) -> list[str]:
        return _more(self.then, self.now)


def changes(then: Drawn, now: Drawn) -> list[Change]:
    """In the order of the map of now; those who went last."""
    before = {row.member.pk: row for row in then.rows}
    found = [_change(before.pop(row.member.pk, None), row) for row in now.rows]
    gone = [Change("−", row.member.name, row, None) for row in before.values()]
    return [*(one for one in found if one is not None), *gone]


def marked(then: Drawn, now: Drawn) -> tuple[Drawn, Drawn]:
    """Both maps with what has changed between them in the pictures and in their twins."""
    before = {row.member.pk: row.tie.ring for row in then.rows}
    after = {row.member.pk: row.tie.ring for row in now.rows}
    gone = {key: Moved.GONE for key in before if key not in after}
    moved = {key: _moved(before.get(key), ring) for key, ring in after.items()}
    return _with(then, gone), _with(now, moved)


def _moved(before: int | None, after: int) -> Moved:
    if before is None:
        return Moved.NEW
    if before == after:
        return Moved.NOT
    return Moved.NEARER if after < before else Moved.FURTHER


def _with(drawn: Drawn, moved: dict[int, Moved]) -> Drawn:
    return replace(
        drawn,
        people=[replace(one, moved=moved.get(one.key, Moved.NOT)) for one in drawn.people],
        rows=[replace(row, moved=moved.get(row.member.pk, Moved.NOT)) for row in drawn.rows],
    )


def _change(then: Row | None, now: Row) -> Change | None:
    if then is None:
        return Change("+", now.member.name, None, now)
    steps = then.tie.ring - now.tie.ring
    sign = "↑" if steps > 0 else "↓" if steps < 0 else "≈"
    found = Change(sign, now.member.name, then, now)
    same = not (found.is_moved or found.is_other_tie or found.talks_new or found.talks_over)
    return None if same else found


def _more(here: Row | None, there: Row | None) -> list[str]:
    """With whom somebody talks here and not there (two of one name are two); nothing when a row is missing."""
    if here is None or there is None:
        return []
    return sorted(
        (Counter(here.talks_with) - Counter(there.talks_with)).elements(), key=str.casefold
    )
