"""The picture in words: its name, what it tells, and the sentence for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from paku.kit.dates import finnish_date
from pathways.models.stage import Ending
from pathways.picture.stretches import Path, Stretch


def title_of(path: Path) -> str:
    """The name of the picture."""
    return _("The path: %(matter)s") % {"matter": path.matter}


def picture_words(path: Path, found: Sequence[Stretch], *, breaks: int = 0) -> str:
    """Where the path began, where it is or how it ended, how often they met, how often something was in the way.

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
    return " ".join(told)
