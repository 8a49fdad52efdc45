"""Goals, measures, the dignity check, documents, and one's own reflection."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from network.models import Step
from pathways.models import (
    Assessment,
    Attainment,
    DignityCheck,
    Goal,
    GoalText,
    OtherMeasure,
    Pathway,
    Plan,
    QualityCheck,
    Reflection,
    Review,
    TenDimensions,
)
from pathways.models.reflection import SixWords
from tests.factories import GoalFactory, PlanFactory, VisitFactory
from tests.paku.bad_inputs.doors.door import Door, Opened, day, newest

TWO = ("client_words", "worker_words")
ON_PURPOSE = {"client_words_on_purpose": "on"}


def _goal(path: Pathway) -> Opened:
    """The worker's words stand beside the person's, so either may be left out."""
    fields = {"client_words": "Ongelle.", **ON_PURPOSE, "worker_words": "Vapaa-aika",
              "owner": "client", "agreed": "not_asked", "since": day(), "helps": ""}  # fmt: skip
    return reverse("pathways:new-goal", args=[path.ref]), fields


def _reword(path: Pathway) -> Opened:
    goal = GoalFactory(path=path)
    return reverse("pathways:change-goal", args=[goal.ref]), {
        **_goal(path)[1], "reason": "selvempi", "version": "1"
    }  # fmt: skip


def _judge(path: Pathway) -> Opened:
    fields = {"level": "0", "filled_with": "together", "on": day(), "note": "", "version": "1"}
    return reverse("pathways:judge-goal", args=[GoalFactory(path=path).ref]), fields


def _close(path: Pathway) -> Opened:
    fields = {"closing": "let_go", "words": "Nyt riittää.", "on": day()}
    return reverse("pathways:close-goal", args=[GoalFactory(path=path).ref]), fields


def _ten(path: Pathway) -> Opened:
    fields = {"own_item": "Kalastus", "own_value": "3", "told": "Menee.", "told_on_purpose": "on",
              "occasion": "entry", "filled_with": "together", "on": day(), "health": "5"}  # fmt: skip
    return reverse("pathways:new-measure", args=[path.ref]), fields


def _other(path: Pathway) -> Opened:
    fields = {"name": "Kykyviisari", "on": day(), "value": "keskitasoa", "note": ""}
    return reverse("pathways:new-other-measure", args=[path.ref]), fields


def _quality(path: Pathway) -> Opened:
    fields = {"told": "Hyvin on menny.", "told_on_purpose": "on", "item_in_time": "partly", "asked_at": "exit",
              "filled_with": "together", "on": day()}  # fmt: skip
    return reverse("pathways:new-quality", args=[path.ref]), fields


def _dignity(path: Pathway) -> Opened:
    fields: dict[str, Any] = {"on": day(), "safety": "yes", "safety_words": ""}
    return reverse("pathways:new-dignity", args=[path.ref]), fields


def _dignity_task(path: Pathway) -> Opened:
    fields = {"on": day(), "safety": "no", "safety_what": "Lukko vaihdetaan", "safety_doer": "client",
              "safety_due": day()}  # fmt: skip
    return reverse("pathways:new-dignity", args=[path.ref]), fields


def _review(path: Pathway) -> Opened:
    """An unfinished one: nothing is needed, so whatever is typed is kept."""
    given = {"client_view": "Nukun.", "client_view_on_purpose": "on", "outcome": "holds", "next_review_on": "",
             "others_by": "", "seen": "0"}  # fmt: skip
    return reverse("pathways:new-review", args=[path.ref]), given


def _assessment(path: Pathway) -> Opened:
    given = {
        "situation_client": "Laskut pelottaa.",
        "situation_client_on_purpose": "on",
        "seen": "0",
    }
    return reverse("pathways:new-assessment", args=[path.ref]), given


def _follow(path: Pathway) -> Opened:
    plan = PlanFactory(path=path)
    fields = {"reason": "Tilanne muuttui", "reason_on_purpose": "on"}
    return reverse("pathways:follow-plan", args=[plan.ref]), fields


def _reflection(path: Pathway) -> Opened:
    """Another word is filled in, so that this one may be left out."""
    visit = VisitFactory(path=path)
    fields = {"secret": "Hiljaisuus.", "love": "Kahvi.", "seen": "0"}
    return reverse("pathways:reflection", args=[visit.ref]), fields


def _kept_of_reflection(path: Pathway) -> str:
    return Reflection.objects.order_by("pk").last().words["love"]


REVIEW_TEXTS = tuple(Review.texts())
REVIEW = Door(
    "review", "client_view", _review, newest(Review, "client_view"), REVIEW_TEXTS, required=False
)
GOAL = Door(
    "goal", "client_words", _goal, newest(GoalText, "client_words"), TWO, limit=2000, required=False
)
OTHERS_BY = Door("review", "others_by", _review, newest(Review, "others_by"), REVIEW_TEXTS, limit=300,
                 multiline=False, required=False)  # fmt: skip
HELPS = Door(
    "goal",
    "helps",
    _goal,
    newest(GoalText, "helps"),
    TWO,
    limit=300,
    multiline=False,
    required=False,
)
ASSESSMENT = Door("assessment", "situation_client", _assessment, newest(Assessment, "situation_client"),
                  tuple(Assessment.texts()), required=False)  # fmt: skip
TEN = Door(
    "3X10D", "told", _ten, newest(TenDimensions, "words"), ("told",), limit=2000, required=False
)
QUALITY = Door("quality list", "told", _quality, newest(QualityCheck, "words"), ("told",), limit=2000,
               required=False)  # fmt: skip
REFLECTION = Door("reflection", "love", _reflection, _kept_of_reflection, tuple(SixWords.values), limit=5000,
                  required=False)  # fmt: skip
REWORD = Door("goal anew", "reason", _reword, newest(GoalText, "reason"), TWO, limit=300, multiline=False,
              required=False)  # fmt: skip
JUDGE = Door(
    "judgement",
    "note",
    _judge,
    newest(Attainment, "note"),
    limit=300,
    multiline=False,
    required=False,
)
CLOSE = Door("closing", "words", _close, newest(Goal, "closing_words"), limit=300, multiline=False,
             required=False)  # fmt: skip
OWN_ITEM = Door(
    "3X10D",
    "own_item",
    _ten,
    newest(TenDimensions, "own_item"),
    ("told",),
    limit=120,
    multiline=False,
)
OTHER = Door("measure", "value", _other, newest(OtherMeasure, "value"), limit=300, multiline=False)
DIGNITY = Door("dignity", "safety_words", _dignity, newest(DignityCheck, "safety_words"), limit=300,
               multiline=False, required=False)  # fmt: skip
TASK = Door(
    "dignity", "safety_what", _dignity_task, newest(Step, "what"), limit=300, multiline=False
)
FOLLOW = Door("new version", "reason", _follow, newest(Plan, "reason"), limit=300, multiline=False)
NOTES = (ASSESSMENT, TEN, QUALITY, REFLECTION)
LINES = (REWORD, JUDGE, CLOSE, OWN_ITEM, OTHER, DIGNITY, TASK, FOLLOW)
DATES = (
    Door("goal", "since", _goal, newest(Goal, "since"), TWO),
    Door("review", "next_review_on", _review, newest(Review, "next_review_on"), REVIEW_TEXTS),
)
SAVING = (GOAL, REWORD, JUDGE, CLOSE, TEN, OTHER, DIGNITY, QUALITY, ASSESSMENT, FOLLOW, REFLECTION)
