"""What waits to be finished: one's own drafts, and the assessments, plans and reviews that are not ready yet.

A draft is its author's alone; a saved document is shared by the person's own workers (decision 0035).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, Func, OuterRef, Q, QuerySet, UUIDField, Value
from django.db.models.functions import Cast, JSONObject
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clients.models import Assignment, CareRelationship, Substitute
from clients.models.assignment import Part
from paku.saving.models import Draft
from pathways.models.assessment import Assessment
from pathways.models.pathway import Pathway
from pathways.models.plan import Plan
from pathways.models.report import ReportState, SituationReport
from pathways.models.review import Review

MOST = 50
DOCUMENTS: dict[str, Any] = {model.kind: model for model in (Assessment, Plan, Review)}
TITLES = {
    "visit": _("Visit"),
    "goal": _("A new goal"),
    "report": _("Situation report"),
    **{kind: model.title for kind, model in DOCUMENTS.items()},
}
OF_A_PATH = {  # the sheet of something new about the path whose ref is in the draft's key
    "visit": "pathways:new-visit",
    "goal": "pathways:new-goal",
    "report": "pathways:new-report",
    **{kind: f"pathways:new-{kind}" for kind in DOCUMENTS},
}
GOES_ON = {  # the sheet of what is there already, by its own ref
    "report": "pathways:answer-report",
    **{kind: f"pathways:edit-{kind}" for kind in DOCUMENTS},
}


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A line of the list. `by` is who saved it last; empty for one's own draft."""

    path: Any
    kind: str
    url: str
    at: datetime
    by: str = ""

    @property
    def title(self) -> Any:
        return TITLES[self.kind]


def unfinished(user: Any, today: date) -> list[Unfinished]:
    """The newest first; one statement. What is no longer open to the user is not named."""
    found = [one for path in _paths(user, today) for one in _of(path)]
    return sorted(found, key=lambda one: one.at, reverse=True)[:MOST]


def _drafts(user: Any) -> Any:
    """One's own of these kinds, the newest first; `about` is the ref in the key."""
    kinds = Q()
    for kind in TITLES:
        kinds |= Q(key__startswith=f"{kind}/")
    ref = Func(F("key"), Value("/"), Value(2), function="split_part")
    return Draft.objects.of(user).filter(kinds).annotate(about=Cast(ref, UUIDField()))


def _paths(user: Any, today: date) -> QuerySet[Pathway]:
    """Those with a draft or with a document that is not ready, each with what of it is the user's to know."""
    drafts = _drafts(user)
    about = drafts.values("about")
    asked_back = SituationReport.objects.filter(state=ReportState.ASKED_BACK, author=user)
    answered = asked_back.filter(path=OuterRef("pk"), ref__in=about)
    asked = Q(ref__in=about) | Q(Exists(answered))
    rows = {
        "typed": ArraySubquery(drafts.values(json=JSONObject(key="key", at="kept_at"))[:MOST]),
        "answered": ArraySubquery(answered.values("ref")),
    }
    for kind, model in DOCUMENTS.items():
        unready = model.objects.unfinished().filter(
            path=OuterRef("pk"), path__care__in=_worked_on(user, today), path__ended_on=None
        )
        asked |= Q(Exists(unready))
        told = JSONObject(ref="ref", at="edited_at", by="edited_by__name")
        rows[f"unready_{kind}"] = ArraySubquery(unready.values(json=told))
    return Pathway.objects.related_to(user).filter(asked).select_related("client").annotate(**rows)


def _worked_on(user: Any, today: date) -> QuerySet[CareRelationship]:
    """Own worker, today's substitute, or named beside; a near-worker reads no documents."""
    standing_in = Substitute.objects.on(today).filter(worker=user)
    beside = Assignment.objects.on(today).filter(worker=user).exclude(part=Part.NEAR_WORKER)
    return CareRelationship.objects.open().filter(
        Q(own_worker=user) | Q(pk__in=standing_in.values("care")) | Q(pk__in=beside.values("care"))
    )


def _of(path: Any) -> list[Unfinished]:
    """A draft hides the saved document under it: its author goes on from what was typed last."""
    saved = {
        f"{kind}/{row['ref']}": row
        for kind in DOCUMENTS
        for row in getattr(path, f"unready_{kind}") or ()
    }  # fmt: skip
    goes_on = {*saved, *(f"report/{ref}" for ref in path.answered or ())}
    found: dict[str, Unfinished] = {}
    for draft in path.typed or ():
        key = draft["key"]
        page = OF_A_PATH if key.endswith(str(path.ref)) else GOES_ON if key in goes_on else None
        if page and key not in found:  # the newest of two tabs is what the sheet brings back
            found[key] = _line(path, page, key, draft["at"])
    for key, row in saved.items():
        if key not in found:
            found[key] = _line(path, GOES_ON, key, row["at"], row["by"])
    return list(found.values())


def _line(path: Any, pages: dict[str, str], key: str, at: str, by: str = "") -> Unfinished:
    kind, _slash, ref = key.partition("/")
    url = reverse(pages[kind], args=[ref])
    return Unfinished(path, kind, url, datetime.fromisoformat(at), by)
