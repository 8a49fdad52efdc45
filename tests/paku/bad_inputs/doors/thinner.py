"""Lighter support and the way out: the tapering plan, looks at it, the list of the exit, the move, the calls after."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse

from network.models import Step
from pathways.models import (
    CheckIn,
    ExitItem,
    ExitReview,
    Pathway,
    StageMove,
    TaperingLook,
    TaperingPlan,
)
from pathways.models.stage import Stage
from tests.factories import CheckInFactory, TaperingPlanFactory, today
from tests.paku.bad_inputs.doors.door import Door, Opened, day, newest

TWO = ("client_words", "words")
BOTH_ON_PURPOSE = {f"{name}_on_purpose": "on" for name in TWO}


def in_days(days: int) -> str:
    return f"{today() + timedelta(days=days):%d.%m.%Y}"


def at(path: Pathway, stage: Stage) -> Pathway:
    """As if the path had come there."""
    Pathway.objects.filter(pk=path.pk).update(stage=stage)
    path.stage = stage
    return path


def _plan(path: Pathway) -> Opened:
    live = TaperingPlan.objects.on_path(at(path, Stage.TAPERING)).live().first()
    fields = {
        "client_words": "Kokeillaan.", **BOTH_ON_PURPOSE, "every_1": "7", "how_1": "visit",
        "from_2": in_days(28), "every_2": "14", "how_2": "visit",
        "from_3": in_days(84), "every_3": "28", "how_3": "call",
        "looked_on": in_days(168), "seen": str(live.ref) if live else "",
    }  # fmt: skip
    return reverse("pathways:new-tapering", args=[path.ref]), fields


def _look(path: Pathway) -> Opened:
    TaperingPlan.objects.on_path(at(path, Stage.TAPERING)).live().update(
        ended_on=today(), ended_how="new_plan"
    )
    TaperingPlanFactory(path=path)
    fields = {"client_words": "Pärjäsin.", "held": "yes", "words": "", **BOTH_ON_PURPOSE, "now": "keep",
              "ask_on": in_days(60), "seen": "0"}  # fmt: skip
    return reverse("pathways:tapering-look", args=[path.ref]), fields


def _exit(path: Pathway) -> Opened:
    review = ExitReview.objects.filter(path=at(path, Stage.TAPERING), ended_on=None).first()
    fields = {
        "what_remains": "Uskallan soittaa itse.", "what_remains_on_purpose": "on",
        "state_goals": "done", "words_goals": "Katsottiin.", "seen": str(review.version if review else 0),
    }  # fmt: skip
    return reverse("pathways:exit", args=[path.ref]), fields


def _exit_move(path: Pathway) -> Opened:
    at(path, Stage.TAPERING)
    fields = {"on": day(), "why": "Arki kantaa.", "carried_by": "Outi", "left_open": "Paperi ensi viikolla.",
              "call_1": in_days(30), "seen": "tapering"}  # fmt: skip
    return reverse("pathways:exit-move", args=[path.ref]), fields


def _check_in(path: Pathway) -> Opened:
    call = CheckInFactory(path=at(path, Stage.CONTROLLED_EXIT))
    fields = {"reached": "yes", "client_words": "Ihan hyvin.", "words": "", **BOTH_ON_PURPOSE, "what_next": "",
              "again_on": in_days(7), "on": day()}  # fmt: skip
    return reverse("pathways:check-in", args=[call.ref]), fields


PLAN = Door("tapering", "client_words", _plan, newest(TaperingPlan, "client_words"), ("client_words",), limit=5000,
            required=False)  # fmt: skip
LOOK = Door(
    "look",
    "client_words",
    _look,
    newest(TaperingLook, "client_words"),
    TWO,
    limit=5000,
    required=False,
)
LOOK_WORDS = Door(
    "look", "words", _look, newest(TaperingLook, "words"), TWO, limit=5000, required=False
)
REMAINS = Door("exit", "what_remains", _exit, newest(ExitReview, "what_remains"), ("what_remains",), limit=5000,
               required=False)  # fmt: skip
EXIT_WHY = Door("exit move", "why", _exit_move, newest(StageMove, "why"), ("why",), limit=5000)
CALL = Door("call", "client_words", _check_in, lambda path: _called(path).client_words, TWO, limit=5000,
            required=False)  # fmt: skip
CALL_WORDS = Door(
    "call", "words", _check_in, lambda path: _called(path).words, TWO, limit=5000, required=False
)
ITEM = Door("exit", "words_goals", _exit, newest(ExitItem, "words"), ("what_remains",), limit=300,
            multiline=False, required=False)  # fmt: skip
LEFT_OPEN = Door("exit move", "left_open", _exit_move, newest(ExitReview, "left_open"), ("why",), limit=300,
                 multiline=False)  # fmt: skip
CALL_NEXT = Door("call", "what_next", _check_in, lambda path: _called(path).what_next, TWO, limit=300,
                 multiline=False, required=False)  # fmt: skip
EXIT_BY = Door("exit move", "carried_by", _exit_move, newest(StageMove, "carried_by"), ("why",), limit=120,
               multiline=False, refused_signs="<>{}")  # fmt: skip
NOTES = (PLAN, LOOK, LOOK_WORDS, REMAINS, EXIT_WHY, CALL, CALL_WORDS)
LINES = (ITEM, LEFT_OPEN, CALL_NEXT)
NAMES = (EXIT_BY,)
DATES = (
    Door("call", "on", _check_in, lambda path: _called(path).on, TWO),
    Door("look", "ask_on", _look, newest(Step, "due_on"), TWO),
)
SAVING = (PLAN, LOOK, REMAINS, EXIT_WHY, CALL)


def _called(path: Pathway) -> CheckIn:
    return CheckIn.objects.exclude(result="").order_by("pk").last()
