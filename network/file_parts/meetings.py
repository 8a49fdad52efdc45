"""Network meetings in a person's whole file, and the papers of them that were asked for together."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from paku.printing.whole_file import Rows, part_of_the_file


def _view(party: Any) -> str:
    """What a close person said is theirs: of them only the name, the role and the tasks."""
    return "" if party.member.is_close else str(party.view)


part_of_the_file(
    "meetings",
    _("My network meetings"),
    order=75,
    rows=[
        Rows(
            "network.Meeting",
            tells=["starts_at", "minutes", "place", "remote", "purpose", "client_part", "heard_on", "heard_by",
                   "heard_words", "client_view", ("called_by", _("called by")), "called_at", "ready_on",
                   ("ready_by", _("agreed on by")), "cancelled_on", "cancelled_why"],
            leaves=["sequence", "saves", "edited_by", "edited_at", "cancelled_by", "ready_at"],
            heads=["starts_at"],
        ),
        Rows(
            "network.MeetingParty",
            of="meeting__client",
            title=_("Who was asked to the table"),
            tells=[("meeting", _("meeting")), ("member", _("who")), "attendance",
                   ("view", _("how they see it"), _view)],
            heads=["meeting", "member"],
        ),
        Rows(
            "network.MeetingDecision",
            of="meeting__client",
            title=_("What was decided"),
            tells=[("meeting", _("meeting")), "what", ("doer", _("who does it")), "due_on"],
            leaves=["number", "step"],
            heads=["meeting", "what"],
        ),
        Rows(
            "network.MeetingCorrection",
            of="meeting__client",
            title=_("Corrected afterwards"),
            tells=[("meeting", _("meeting")), "text", "on", ("by", _("written by"))],
            leaves=["at"],
            heads=["meeting", "on"],
        ),
        Rows(
            "network.PaperBatch",
            of="meeting__client",
            title=_("Papers of my meetings that were asked for together"),
            tells=[("meeting", _("meeting")), ("on", _("day")), ("kind", _("which paper")),
                   ("asked_by", _("asked for by"))],
            leaves=["asked_at", "trouble"],
            heads=["on"],
        ),
        Rows(
            "network.PaperLine",
            of="batch__meeting__client",
            title=_("For whom, and what became of each"),
            tells=[("batch", _("day")), ("recipient", _("to whom")), ("language", _("Language of the paper")),
                   ("state", _("what became of it")), ("sentence", _("why not"))],
            leaves=["member", "fingerprint", "tries", "decided_at", "disclosure", "asked"],
            heads=["batch", "recipient"],
            related=["batch"],
        ),
    ],
)  # fmt: skip
