"""What stands along a path: own workers, whether the rhythm was kept, how it ended, the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from clients.models import OwnWorkerPeriod
from paku.access.can import may_now
from paku.access.roles import May
from paku.reminders.models import Clock
from pathways.models import (
    AgreedRhythm,
    BorderEvidence,
    CheckIn,
    Pathway,
    StageMove,
    TaperingStep,
)
from pathways.models.check_in import Result
from pathways.models.return_ticket import ticket_of
from pathways.models.rhythm import Rhythm
from pathways.models.rhythm_kept import Agreed, rhythm_kept
from pathways.models.stage import SETBACKS, Stage
from pathways.picture import Stretch
from pathways.picture.thinning import Mark

LABELS = {"fi": "sign__label_fi", "sv": "sign__label_sv", "en": "sign__label_en"}


@dataclass(frozen=True, slots=True)
class Held:
    """An own worker's days with the person; `until` None: now."""

    name: str
    since: date
    until: date | None


def moves_of(path: Pathway, language: str, today: date) -> QuerySet[StageMove]:
    """One statement: beside each move what spoke for its border (`told`) and the answers at early support, and beside
    all of them what the page asks once: who has been own worker (`held`), the clocks of today (`clocks`), the
    rhythms agreed (`agreed`), and the days of tapering steps (`thinned`) and of calls after support (`called`)."""
    evidence = BorderEvidence.objects.filter(move=OuterRef("pk")).order_by("sign__order", "pk")
    label = LABELS.get(language[:2], LABELS["fi"])
    held = OwnWorkerPeriod.objects.filter(care=path.care_id).order_by("since", "pk")
    clocks = Clock.objects.on(today).order_by("since", "pk")
    agreed = AgreedRhythm.objects.filter(path=path).order_by("since", "pk")
    begun = TaperingStep.objects.filter(plan__path=path, begun_on__isnull=False)
    calls = CheckIn.objects.on_path(path).filter(result=Result.REACHED)
    return path.moves.select_related("by", "early_check").annotate(
        told=ArraySubquery(evidence.values(json=JSONObject(label=label, words="words"))),
        held=ArraySubquery(
            held.values(json=JSONObject(name="worker__name", since="since", until="until"))
        ),
        clocks=ArraySubquery(clocks.values(json=JSONObject(code="code", days="days"))),
        agreed=ArraySubquery(agreed.values(json=JSONObject(since="since", days="every_days"))),
        thinned=ArraySubquery(begun.order_by("begun_on", "pk").values("begun_on")),
        called=ArraySubquery(calls.order_by("on", "pk").values("on")),
    )


def along(
    path: Any, found: Sequence[Stretch], visits: Sequence[Any], user: Any, today: date
) -> dict[str, Any]:
    """No statement: `found` are the stretches of `moves_of`."""
    first: Any = found[0].move if found else None
    clocks = {clock["code"]: clock["days"] for clock in first.clocks} if first else {}
    rhythm = Rhythm(today, clocks)
    may = partial(may_now, user, path.relations)
    agreed = [_agreed(told) for told in first.agreed] if first else []
    ticket = ticket_of(path, today, clocks)
    may_end = may(May.END_PATH)
    return {
        "rows": list(zip(found, rhythm_kept(found, visits, rhythm, agreed), strict=True)),
        "contact": rhythm.contact(
            stage=path.stage,
            last_contact_on=path.last_contact_on,
            opened_on=path.opened_on,
            agreed=path.promised_days,
        ),
        "workers": [_held(told) for told in first.held] if first else [],
        "ticket": ticket,
        "may_end": may_end and path.is_open,
        "may_take_back": may_end
        and ticket is not None
        and ticket.is_valid
        and not hasattr(path, "followed_by"),
        "may_go_back": path.is_open and path.stage in SETBACKS and may(May.MOVE_PATH),
        "may_plan_tapering": path.stage == Stage.TAPERING
        and path.is_open
        and path.promised_days is None
        and may(May.MOVE_PATH),
        "may_ask_early": path.is_open and may(May.MOVE_PATH) and _is_unasked(found),
    }


def marks_of(moves: Sequence[Any]) -> list[Mark]:
    """For the picture. No statement: `moves` are those of `moves_of`."""
    if not moves:
        return []
    steps = [Mark(day, False) for day in moves[0].thinned]
    return steps + [Mark(day, True) for day in moves[0].called]


def _agreed(told: dict[str, Any]) -> Agreed:
    return Agreed(date.fromisoformat(told["since"]), told["days"])


def _held(told: dict[str, str]) -> Held:
    until = told["until"]
    return Held(
        told["name"],
        date.fromisoformat(told["since"]),
        date.fromisoformat(until) if until else None,
    )


def _is_unasked(found: Sequence[Stretch]) -> bool:
    """The path is in early support now, and the four-part question has not been answered at this entry."""
    last = found[-1] if found else None
    return (
        last is not None
        and last.stage == Stage.EARLY_SUPPORT
        and not hasattr(last.move, "early_check")
    )
