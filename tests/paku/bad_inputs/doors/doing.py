"""Errands together, improvements, good practices, and partners' feedback."""

from __future__ import annotations

from django.urls import reverse

from network.models import PartnerFeedback, Step
from pathways.models import Errand, GoodPractice, Improvement, Pathway
from tests.factories import ErrandFactory, ImprovementFactory, ThisWorkedFactory
from tests.paku.bad_inputs.doors.door import Door, Opened, day, newest


def _errand(path: Pathway) -> Opened:
    fields = {"what": "Haettiin asumistukea", "what_on_purpose": "on", "channel": "phone", "mandate": "present",
              "on": day(), "actor": "", "actor_words": "", "place": "", "beside": "", "expected_on": day(),
              "appeal_until": "", "doer": "client"}  # fmt: skip
    return reverse("pathways:new-errand", args=[path.ref]), fields


def _decision(path: Pathway) -> Opened:
    errand = ErrandFactory(path=path, waiting=True)
    fields = {"decision": "Myönnetty", "decision_on_purpose": "on", "decided_on": day(), "minds_appeal": "on",
              "appeal_until": "", "doer": "client"}  # fmt: skip
    return reverse("pathways:errand-decision", args=[errand.ref]), fields


def _corrected(path: Pathway) -> Opened:
    errand = ErrandFactory(path=path)
    fields = {"what": "Haettiin eläkettä", "what_on_purpose": "on", "channel": "phone", "mandate": "present",
              "on": day(), "actor": "", "actor_words": "", "place": "", "beside": "", "reason": "Väärin kirjoitettu",
              "version": "1"}  # fmt: skip
    return reverse("pathways:correct-errand", args=[errand.ref]), fields


def _improvement(path: Pathway) -> Opened:
    owner = str(path.care.own_worker.ref)
    fields = {"problem": "Pitkä jono", "problem_on_purpose": "on", "owner": owner, "due_on": day()}
    return reverse("pathways:new-improvement"), fields


def _changed(path: Pathway) -> Opened:
    row = ImprovementFactory(owner=path.care.own_worker)
    fields = {**_improvement(path)[1], "state": "doing", "changed": "Sovittiin", "changed_on_purpose": "on",
              "changed_on": "", "seen": "1"}  # fmt: skip
    return row.get_absolute_url(), fields


def _lifted(path: Pathway) -> Opened:
    mark = ThisWorkedFactory(path=path)
    fields = {"practice": "", "what": "Mennään yhdessä", "what_on_purpose": "on", "how": "", "how_on_purpose": "on",
              "nobody": "on"}  # fmt: skip
    return reverse("pathways:lift-worked", args=[mark.ref]), fields


def _feedback(path: Pathway) -> Opened:
    fields = {"kind": "kela", "question_equal": "yes", "words": "Hyvin.", "words_on_purpose": "on", "came": "paper",
              "on": day()}  # fmt: skip
    return reverse("network:new-feedback"), fields


ERRAND = Door("errand", "what", _errand, newest(Errand, "what"), limit=300, multiline=False)
DECISION = Door(
    "decision", "decision", _decision, newest(Errand, "decision"), limit=300, multiline=False
)
CORRECTED = Door(
    "corrected errand", "what", _corrected, newest(Errand, "what"), limit=300, multiline=False
)
IMPROVEMENT = Door("improvement", "problem", _improvement, newest(Improvement, "problem"), limit=300,
                   multiline=False)  # fmt: skip
PRACTICE = Door(
    "good practice", "what", _lifted, newest(GoodPractice, "what"), limit=200, multiline=False
)
CHANGED = Door("what was changed", "changed", _changed, newest(Improvement, "changed"), limit=500,
               required=False)  # fmt: skip
FEEDBACK = Door("feedback", "words", _feedback, newest(PartnerFeedback, "words"), ("words",), limit=2000,
                required=False)  # fmt: skip
NOTES = (FEEDBACK, CHANGED)
LINES = (ERRAND, DECISION, CORRECTED, IMPROVEMENT, PRACTICE)
DATES = (
    Door("errand", "on", _errand, newest(Errand, "on")),
    Door("errand", "expected_on", _errand, newest(Step, "due_on")),
)
# what is of no client has no place on the walk of a marked one (tests/paku/leaks)
SAVING = (ERRAND, DECISION, CORRECTED)
