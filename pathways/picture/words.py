"""The picture in words: its name, what it tells, and the sentence for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from paku.kit.dates import finnish_date
from pathways.models.stage import Ending
from pathways.picture.stretches import Path, Stretch
from pathways.picture.thinning import Mark


def title_of(path: Path) -> str:
    """The name of the picture."""
    return _("The path: %(matter)s") % {"matter": path.matter}


class Loop(Protocol):
    """Something that waits for others."""

    @property
    def is_late(self) -> bool: ...


def picture_words(
    path: Path,
    found: Sequence[Stretch],
    *,
    breaks: int = 0,
    loops: Sequence[Loop] = (),
    marks: Sequence[Mark] = (),
) -> str:
    """Where the path began, where it is or how it ended, how often they met, how often something was in the way, and
    what waits for others.

    For `alt` and `<desc>`.
    """
    if not found:
        return _("The path has not begun yet.")
    first, last = found[0], found[-1]
    told = [
        _("Began on %(day)s: %(stage)s.")
        % {"day": finnish_date(first.since), "stage": first.stage.label}
    ]
    if path.ended_on:
        ground = Ending(path.ending).label if path.ending else ""
        told.append(
            _("Ended on %(day)s: %(ground)s.")
            % {"day": finnish_date(path.ended_on), "ground": ground}
        )
    else:
        told.append(
            _("Since %(day)s: %(stage)s.")
            % {"day": finnish_date(last.since), "stage": last.stage.label}
            if len(found) > 1
            else _("Still there.")
        )
    told.append(
        ngettext("%(count)d stretch.", "%(count)d stretches.", len(found)) % {"count": len(found)}
    )
    met, tried = sum(s.met for s in found), sum(s.tried for s in found)
    told.append(ngettext("%(count)d visit.", "%(count)d visits.", met) % {"count": met})
    if tried:
        told.append(ngettext("%(count)d try.", "%(count)d tries.", tried) % {"count": tried})
    if breaks:
        told.append(
            ngettext("%(count)d path break.", "%(count)d path breaks.", breaks) % {"count": breaks}
        )
    told += _thinned(marks)
    if loops:
        told.append(
            ngettext(
                "%(count)d thing waits for others.", "%(count)d things wait for others.", len(loops)
            )
            % {"count": len(loops)}
        )
    if late := sum(loop.is_late for loop in loops):
        told.append(
            ngettext("%(count)d of them is late.", "%(count)d of them are late.", late)
            % {"count": late}
        )
    return " ".join(told)


def _thinned(marks: Sequence[Mark]) -> list[str]:
    """How many tapering steps have begun and how many calls after support have been made; nothing for none."""
    calls = sum(mark.is_call for mark in marks)
    steps = len(marks) - calls
    told = []
    if steps:
        told.append(
            ngettext(
                "%(count)d step of lighter support.", "%(count)d steps of lighter support.", steps
            )
            % {"count": steps}
        )
    if calls:
        told.append(
            ngettext("%(count)d call after support.", "%(count)d calls after support.", calls)
            % {"count": calls}
        )
    return told
