"""A network meeting as plain text: to be read beside another version of the same when two have written at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from network.models import Meeting
from paku.kit.dates import finnish_date


def plan_text(meeting: Meeting, names: Iterable[str]) -> str:
    """What was planned, and who is asked."""
    return "\n".join([*_plan(meeting), _("Who is asked: %(names)s") % {"names": ", ".join(names)}])


def memo_text(
    meeting: Meeting, views: Iterable[tuple[str, str, str]], decided: Iterable[tuple[str, str, date]]
) -> str:  # fmt: skip
    """`views`: (name, taking part, view); `decided`: (what, who, by when)."""
    lines = [*_heard(meeting), _("The client: %(view)s") % {"view": meeting.client_view}]
    lines += [f"{name} ({state}): {view}" for name, state, view in views]
    lines += [f"{what}: {who}, {finnish_date(due)}" for what, who, due in decided]
    return "\n".join(lines)


def as_kept(meeting: Meeting) -> dict[str, Any]:
    """The memo as it stands now, for `memo_text`."""
    parties = meeting.parties.select_related("member")
    decisions = meeting.decisions.select_related("doer", "meeting__client")
    return {
        "views": [(one.member.name, one.get_attendance_display(), one.view) for one in parties],
        "decided": [(one.what, one.doer_name, one.due_on) for one in decisions],
    }


def _plan(meeting: Meeting) -> list[str]:
    said = {"purpose": meeting.purpose, "when": meeting.when, "where": meeting.where}
    return [
        _("Purpose: %(purpose)s") % said,
        _("When: %(when)s") % said,
        _("Where: %(where)s") % said,
        *_heard(meeting),
    ]


def _heard(meeting: Meeting) -> list[str]:
    part = meeting.get_client_part_display()
    if not meeting.heard_words:
        return [str(part)]
    day = finnish_date(meeting.heard_on) if meeting.heard_on else ""
    return [f"{part} ({day} {meeting.heard_by}): {meeting.heard_words}"]
