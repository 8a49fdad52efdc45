"""Clocks and code lists, holds, and the person's request for the whole file."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse

from clients.actions.subject_requests import file_request
from clients.forms.subject_request import COMPLAINT
from clients.models import SubjectRequest
from paku.access.roles import Role
from paku.reminders.models import Clock
from pathways.models import ClockRun, LegalHold, OutreachTheme, Pathway
from tests.desk import Desk
from tests.factories import ClockRunFactory, LegalHoldFactory, today, worker
from tests.paku.access.code_lists.changing import TALK, a_change, days_on, main_user
from tests.paku.bad_inputs.doors.door import Door, Opened, day, newest


def by_supervisor(desk: Desk, path: Pathway) -> Desk:
    return Desk().sit(worker(Role.SUPERVISOR, team=path.care.team)).shows("webauthn")


def by_main_user(desk: Desk, path: Pathway) -> Desk:
    return main_user()


def _clock(path: Pathway) -> Opened:
    fields = {"code": "talk", "started_on": day(), "words": "Tuesta", "words_on_purpose": "on"}
    return reverse("pathways:new-clock", args=[path.ref]), fields


def _over(path: Pathway) -> Opened:
    run = ClockRun.objects.filter(path=path, ended_on=None).first() or ClockRunFactory(path=path)
    fields = {"outcome": "met", "ended_on": day(), "end_words": "", "end_words_on_purpose": "on"}
    return reverse("pathways:clock-over", args=[run.ref]), fields


def _hold(path: Pathway) -> Opened:
    until = today() + timedelta(days=90)
    fields = {"why": "Kantelu", "review_on": f"{until:%d.%m.%Y}", "why_on_purpose": "on"}
    return reverse("pathways:hold", args=[path.client.ref]), fields


def _lift(path: Pathway) -> Opened:
    LegalHoldFactory(client=path.client, set_by=worker(Role.PRIVACY_OFFICER))
    fields = {"why": "Ratkaistu", "why_on_purpose": "on"}
    return reverse("pathways:hold", args=[path.client.ref]), fields


def _asked(path: Pathway) -> None:
    file_request(client=path.client, by=path.care.own_worker, today=today())


def _refusal(path: Pathway) -> Opened:
    _asked(path)
    fields = {
        "outcome": "refuse",
        "refusal": "unfounded",
        "decision": "",
        "decision_on_purpose": "on",
    }
    return reverse("clients:file-decision", args=[path.client.ref]), fields


def _left_out(path: Pathway) -> Opened:
    _asked(path)
    fields = {"identity_checked": "known", "language": "fi", "left_out": "alerts", "why_left_out": "Vaara",
              "why_left_out_on_purpose": "on"}  # fmt: skip
    return reverse("clients:file-answer", args=[path.client.ref]), fields


def _refused_with(path: Pathway) -> str:
    """Nothing typed: the sentence of the ground stands instead."""
    decision = SubjectRequest.objects.order_by("pk").last().decision
    return "" if decision.endswith(str(COMPLAINT)) else decision


def _change(path: Pathway) -> Opened:
    """Each from a day of its own."""
    after = Clock.objects.filter(code="talk").count()
    return TALK, a_change(since=days_on(4 + after).isoformat())


def _theme(path: Pathway) -> Opened:
    fields = {
        "label_fi": "avanto",
        "label_sv": "",
        "label_en": "",
        "source": "",
        "since": today().isoformat(),
    }
    return "/set-up/lists/themes/new/", fields


HOLD = Door("hold", "why", _hold, newest(LegalHold, "why"), ("why",), limit=300, seat=by_supervisor)
LIFT = Door(
    "lifting",
    "why",
    _lift,
    newest(LegalHold, "lifted_why"),
    ("why",),
    limit=300,
    seat=by_supervisor,
)
REFUSAL = Door("whole file", "decision", _refusal, _refused_with, ("decision",), limit=2000, required=False,
               seat=by_supervisor)  # fmt: skip
CLOCK = Door(
    "clock", "words", _clock, newest(ClockRun, "words"), limit=300, multiline=False, required=False
)
OVER = Door("clock over", "end_words", _over, newest(ClockRun, "end_words"), limit=300, multiline=False,
            required=False)  # fmt: skip
LEFT_OUT = Door("whole file", "why_left_out", _left_out, newest(SubjectRequest, "why_left_out"), ("why_left_out",),
                limit=300, multiline=False, seat=by_supervisor)  # fmt: skip
# of no client: the reason of a change stands on the trail too
CHANGE = Door("clock", "reason", _change, newest(Clock, "reason"), limit=300, multiline=False, seat=by_main_user,
              is_told=True)  # fmt: skip
THEME = Door("code list", "label_fi", _theme, newest(OutreachTheme, "label_fi"), limit=200, multiline=False,
             seat=by_main_user)  # fmt: skip
SOURCE = Door("code list", "source", _theme, newest(OutreachTheme, "source"), limit=300, multiline=False,
              required=False, seat=by_main_user)  # fmt: skip
NOTES = (HOLD, LIFT, REFUSAL)
LINES = (CLOCK, OVER, LEFT_OUT, CHANGE, THEME, SOURCE)
DATES = (Door("clock", "started_on", _clock, newest(ClockRun, "started_on")),)
SAVING = (CLOCK, OVER)
BY_OTHERS = (HOLD, REFUSAL)
