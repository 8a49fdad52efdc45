"""Visits, moves, breaks and steps."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from network.models import Step
from pathways.models import PathBreak, Pathway, StageMove, VisitText
from tests.factories import StepFactory, VisitFactory
from tests.paku.bad_inputs.doors.door import Door, Opened, day, newest

# BI-089: an identity code in these texts is saved when its writer leaves it in on purpose
ON_PURPOSE = {"note_on_purpose": "on", "client_words_on_purpose": "on"}
TWO = ("note", "client_words")


def a_visit(**fields: Any) -> dict[str, Any]:
    return {"note": "Juotiin kahvit.", "client_words": "Hyvä päivä.", "kind": "home", "met": "yes",
            "on": day(), "present": ["client"], **fields}  # fmt: skip


def _visit(path: Pathway) -> Opened:
    return reverse("pathways:new-visit", args=[path.ref]), a_visit(**ON_PURPOSE)


def _correction(path: Pathway) -> Opened:
    visit = VisitFactory(path=path)
    fields = {
        "note": "Toisin.",
        "client_words": "",
        "reason": "päivä väärin",
        "version": 1,
        **ON_PURPOSE,
    }
    return reverse("pathways:correct-visit", args=[visit.ref]), fields


def _move(path: Pathway) -> Opened:
    fields = {"to": "tapering", "on": day(), "why": "Sujuu jo.", "what_next": "Soitto", "seen": path.stage,
              "carried_by": "Outi"}  # fmt: skip
    return reverse("pathways:move", args=[path.ref]), fields


def _break(path: Pathway) -> Opened:
    fields = {"kind": "queue", "since": day(), "actor": "", "actor_words": "", "place": "",
              "workaround": "Naapuri ajaa.", "workaround_on_purpose": "on"}  # fmt: skip
    return reverse("pathways:new-break", args=[path.ref]), fields


def _step(path: Pathway) -> Opened:
    fields = {"step_what_1": "Soittaa Kelaan", "step_doer_1": "client", "step_due_1": day()}
    return reverse("pathways:new-step", args=[path.client.ref]), fields


def _done(path: Pathway) -> Opened:
    step = StepFactory(client=path.client)
    return reverse("pathways:step-done", args=[step.ref]), {"outcome": "Hyvin."}


VISIT = Door("visit", "note", _visit, newest(VisitText, "note"), TWO, required=False)
VISIT_WORDS = Door(
    "visit", "client_words", _visit, newest(VisitText, "client_words"), TWO, required=False
)
CORRECTION = Door("correction", "note", _correction, newest(VisitText, "note"), TWO, required=False)
MOVE = Door("move", "why", _move, newest(StageMove, "why"), ("why",), limit=5000)
REASON = Door(
    "correction",
    "reason",
    _correction,
    newest(VisitText, "reason"),
    TWO,
    limit=300,
    multiline=False,
)
NEXT = Door(
    "move", "what_next", _move, newest(StageMove, "what_next"), ("why",), limit=300, multiline=False
)
STEP = Door("step", "step_what_1", _step, newest(Step, "what"), limit=300, multiline=False)
DONE = Door(
    "done", "outcome", _done, newest(Step, "outcome"), limit=300, multiline=False, required=False
)
BREAK = Door("break", "workaround", _break, newest(PathBreak, "workaround"), limit=300, multiline=False,
             required=False)  # fmt: skip
CARRIED_BY = Door("move", "carried_by", _move, newest(StageMove, "carried_by"), ("why",), limit=120,
                  multiline=False, refused_signs="<>{}")  # fmt: skip
DATES = (
    Door("visit", "on", _visit, lambda path: VisitText.objects.get().visit.on, TWO),
    Door("move", "on", _move, newest(StageMove, "on"), ("why",)),
    Door("break", "since", _break, newest(PathBreak, "since")),
    Door("step", "step_due_1", _step, lambda path: Step.objects.get().due_on),
)
