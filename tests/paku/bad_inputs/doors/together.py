"""Handing a person over; the work of two: who does what, reports, guidance."""

from __future__ import annotations

from django.urls import reverse

from clients.models import Assignment
from clients.models.assignment import Part
from paku.access.models import User
from paku.access.roles import Role
from pathways.models import (
    AskedNaming,
    Guidance,
    Handover,
    Pair,
    Pathway,
    ReportQuestion,
    ReportText,
)
from tests.desk import Desk
from tests.factories import AssignmentFactory, HandoverFactory, ReportFactory, worker
from tests.paku.bad_inputs.doors.door import Door, Opened, day, newest

PARTS = ("client_words", "changed", "worries", "needed")
DUTIES, GUIDED = ("worker_duties", "partner_duties"), ("asked", "agreed")


def beside(path: Pathway) -> User:
    """The near-worker of the path; named now if there is none."""
    named = Assignment.objects.filter(care=path.care, part=Part.NEAR_WORKER).first()
    return (named or AssignmentFactory(care=path.care, near_worker=True)).worker


def by_near_worker(desk: Desk, path: Pathway) -> Desk:
    return Desk().sit(beside(path))


def by_receiver(desk: Desk, path: Pathway) -> Desk:
    return Desk().sit(Handover.objects.get(care=path.care, outcome="").receiver)


def _offer(path: Pathway) -> Opened:
    team = path.care.team
    fields = {"receiver": f"{team.ref}/{worker(team=team).ref}", "why": "leaves", "letter": "Soita ensin.",
              "letter_on_purpose": "on", "told_on": day(), "joint": "no", "joint_on": ""}  # fmt: skip
    return reverse("pathways:new-handover", args=[path.client.ref]), fields


def _answer(path: Pathway) -> Opened:
    waiting = Handover.objects.filter(care=path.care, outcome="").first()
    made = waiting or HandoverFactory(care=path.care)
    return reverse("pathways:handover", args=[made.ref]), {
        "outcome": "declined",
        "answer": "Ei nyt.",
    }


def _pair(path: Pathway) -> Opened:
    fields = {"partner": str(beside(path).ref), "worker_duties": "Hakemukset", "partner_duties": "Käy kotona",
              "report_weeks": "2", "report_due_on": ""}  # fmt: skip
    fields |= {f"{name}_on_purpose": "on" for name in DUTIES}
    return reverse("pathways:new-pair", args=[path.ref]), fields


def _report(path: Pathway) -> Opened:
    beside(path)
    fields = {"client_words": "Hyvin.", "changed": "Kävi kaupassa.", "worries": "", "needed": ""}
    fields |= {f"{name}_on_purpose": "on" for name in PARTS}
    return reverse("pathways:new-report", args=[path.ref]), fields


def _question(path: Pathway) -> Opened:
    report = ReportFactory(path=path)
    fields = {"decision": "ask", "question": "Missä?", "question_on_purpose": "on", "version": "1"}
    return reverse("pathways:report", args=[report.ref]), fields


def _guidance(path: Pathway) -> Opened:
    fields = {"partner": str(beside(path).ref), "given_on": day(), "asked": "Saako lainata?", "agreed": "Ei.",
              "partner_step": "Soittaa", "partner_step_by": day(), "worker_step": "Kirjoittaa",
              "worker_step_by": day()}  # fmt: skip
    fields |= {f"{name}_on_purpose": "on" for name in GUIDED}
    return reverse("pathways:new-guidance", args=[path.ref]), fields


def _advice(path: Pathway) -> Opened:
    beside(path)
    fields = {"question": "Mitä sanon?", "question_on_purpose": "on"}
    return reverse("pathways:ask-advice", args=[path.ref]), fields


def _ask_beside(path: Pathway) -> Opened:
    fields = {"worker": f"near_worker/{worker(Role.NEAR_WORKER).ref}", "since": day(), "until": "",
              "why": "Asuu lähellä.", "why_on_purpose": "on"}  # fmt: skip
    return reverse("pathways:name-beside", args=[path.client.ref]), fields


LETTER = Door(
    "handover",
    "letter",
    _offer,
    newest(Handover, "letter"),
    ("letter",),
    limit=5000,
    required=False,
)
PAIR = Door("pair", "worker_duties", _pair, newest(Pair, "worker_duties"), DUTIES, limit=1000)
PARTNER = Door("pair", "partner_duties", _pair, newest(Pair, "partner_duties"), DUTIES, limit=1000)
QUESTION = Door(
    "report", "question", _question, newest(ReportQuestion, "text"), ("question",), limit=1000
)
ASKED = Door(
    "guidance", "asked", _guidance, newest(Guidance, "asked"), GUIDED, limit=4000, required=False
)
AGREED = Door("guidance", "agreed", _guidance, newest(Guidance, "agreed"), GUIDED, limit=4000)
REPORT = Door("report", "changed", _report, newest(ReportText, "changed"), PARTS, limit=4000, required=False,
              seat=by_near_worker)  # fmt: skip
ADVICE = Door("advice", "question", _advice, newest(Guidance, "question"), ("question",), limit=1000,
              required=False, seat=by_near_worker)  # fmt: skip
ANSWER = Door("handover", "answer", _answer, newest(Handover, "answer"), limit=300, multiline=False,
              seat=by_receiver)  # fmt: skip
STEP = Door("guidance", "worker_step", _guidance, newest(Guidance, "worker_step"), GUIDED, limit=300,
            multiline=False)  # fmt: skip
BESIDE = Door("beside", "why", _ask_beside, newest(AskedNaming, "why"), ("why",), limit=300)
NOTES = (BESIDE, LETTER, PAIR, PARTNER, QUESTION, ASKED, AGREED, REPORT)
LINES = (ANSWER, STEP)
SAVING = (BESIDE, LETTER, PAIR, QUESTION, AGREED)
BY_OTHERS = (REPORT, ADVICE, ANSWER)
