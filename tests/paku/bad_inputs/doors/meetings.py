"""Network meetings: the plan, the memo at the table, the correction, the cancelling."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import connection
from django.urls import reverse

from network.models import Meeting, MeetingCorrection, MeetingDecision, MeetingParty
from pathways.models import Pathway
from tests.factories import MeetingFactory, MeetingPartyFactory, MemberFactory, today
from tests.paku.bad_inputs.doors.door import Door, Opened, day, newest

PLAN, VIEWS = ("purpose", "heard_words"), ("client_view", "heard_words", "view_1")


def _plan(path: Pathway) -> Opened:
    member = MemberFactory(client=path.client)
    fields: dict[str, Any] = {
        "purpose": "Laskut.", "purpose_on_purpose": "on", "starts_at": f"{today() + timedelta(days=5):%d.%m.%Y} 13.00",
        "minutes": "60", "place": "Kunnantalo", "remote": "", "client_part": "present", "heard_on": "",
        "heard_by": "", "heard_words": "", "heard_words_on_purpose": "on", "members": [str(member.ref)],
    }  # fmt: skip
    return reverse("network:new-meeting", args=[path.client.ref]), fields


def _memo(path: Pathway) -> Opened:
    meeting = MeetingFactory(client=path.client)
    MeetingPartyFactory(meeting=meeting)
    fields: dict[str, Any] = {
        "client_part": "present", "heard_on": "", "heard_by": "", "heard_words": "", "client_view": "Väsyttää.",
        "client_view_on_purpose": "on", "heard_words_on_purpose": "on", "view_1_on_purpose": "on",
        "attendance_1": "present", "view_1": "Kyllä.", "seen": str(meeting.saves),
        "step_what_1": "Soitto", "step_doer_1": "client", "step_due_1": day(),
    }  # fmt: skip
    return reverse("network:write-memo", args=[meeting.ref]), fields


def _correction(path: Pathway) -> Opened:
    meeting = MeetingFactory(client=path.client)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE network_meeting SET ready_at = now(), ready_on = %s, ready_by_id = called_by_id WHERE id = %s",
            [today(), meeting.pk],
        )
    fields = {"text": "Soiton tekee Ville.", "text_on_purpose": "on"}
    return reverse("network:correct-meeting", args=[meeting.ref]), fields


def _cancel(path: Pathway) -> Opened:
    meeting = MeetingFactory(client=path.client)
    fields = {"why": "Sairastui", "why_on_purpose": "on"}
    return reverse("network:cancel-meeting", args=[meeting.ref]), fields


def _edited(name: str) -> Any:
    return lambda path: getattr(Meeting.objects.order_by("-saves", "-pk")[0], name)


PURPOSE = Door("meeting", "purpose", _plan, newest(Meeting, "purpose"), PLAN, limit=500)
PLACE = Door("meeting", "place", _plan, newest(Meeting, "place"), PLAN, limit=200, multiline=False)
REMOTE = Door("meeting", "remote", _plan, newest(Meeting, "remote"), PLAN, limit=300, multiline=False,
              required=False)  # fmt: skip
VIEW = Door("memo", "client_view", _memo, _edited("client_view"), VIEWS, limit=2000, required=False)
PARTY = Door(
    "memo", "view_1", _memo, newest(MeetingParty, "view"), VIEWS, limit=2000, required=False
)
DECISION = Door(
    "memo", "step_what_1", _memo, newest(MeetingDecision, "what"), VIEWS, limit=300, multiline=False
)
CORRECTION = Door(
    "correction", "text", _correction, newest(MeetingCorrection, "text"), ("text",), limit=2000
)
WHY = Door("cancel meeting", "why", _cancel, _edited("cancelled_why"), limit=300, multiline=False)
NOTES = [PURPOSE, VIEW, PARTY, CORRECTION]
LINES = [PLACE, REMOTE, DECISION, WHY]
SAVING = [PURPOSE, VIEW, CORRECTION, WHY]
