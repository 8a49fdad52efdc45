"""What of this room belongs to a whole file: the path, its documents, what stood in the way and what worked."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from paku.printing.whole_file import Rows, part_of_the_file
from pathways.models import Assessment, Plan, Review
from pathways.models.document_told import told

part_of_the_file(
    "path",
    _("My path"),
    order=50,
    rows=[
        Rows(
            "pathways.Pathway",
            tells=["matter", "how_began", "opened_on", "stage", ("stage_since", _("at this stage since")),
                   ("last_contact_on", _("last contact")), "ended_on", ("ending", _("how it ended"))],
            leaves=["care", "follows", "promised_days"],
            heads=["matter", "opened_on"],
        ),
        Rows(
            "pathways.StageMove",
            of="path__client",
            title=_("From stage to stage"),
            tells=["on", "stage", "why", "what_next", "carried_by", "by"],
            leaves=["path", "at"],
            heads=["on", "stage"],
        ),
        Rows(
            "pathways.BorderEvidence",
            of="move__path__client",
            title=_("What the moves were based on"),
            tells=[("on", _("day"), lambda row: row.move.on), ("sign", _("sign seen")), "words"],
            leaves=["move"],
            related=["move"],
        ),
        Rows(
            "pathways.EarlySupportCheck",
            of="move__path__client",
            title=_("Was earlier help enough"),
            tells=["available", "available_words", "reachable", "reachable_words", "sufficient", "sufficient_words",
                   "right_kind", "right_kind_words"],
            leaves=["move"],
        ),
        Rows(
            "pathways.PathEnd",
            of="path__client",
            title=_("How paths ended"),
            tells=["words", "what_remains", "received_by", "received_on", "tries", "by", "at"],
            leaves=["path"],
        ),
    ],
)  # fmt: skip


def _parts(document: Any) -> list[str]:
    """Label and answer, as the page tells them."""
    return [f"{one.label}: {one.text}" for _title, answers in told(document) for one in answers]


def _document(model: Any, *leaves: str) -> Rows:
    machinery = [
        "path",
        "thread",
        "follows",
        "saves",
        "edited_by",
        "edited_at",
        "author_role",
        "ready_at",
    ]
    return Rows(
        f"pathways.{model.__name__}",
        of="path__client",
        title=model.title,
        tells=[("ready_on", _("ready on")), ("ready_by", _("made ready by")), ("ready_role", _("in what role")),
               "reason", "made_with", ("answers", _("what was written"), _parts),
               ("author", _("begun by")), ("started_at", _("begun on")),
               ("moved_on", _("moved to the official record on")), ("moved_by", _("moved by"))],
        leaves=[*machinery, *leaves, *model.answers()],
        heads=["ready_on"],
    )  # fmt: skip


part_of_the_file(
    "documents",
    _("Assessments and plans"),
    order=60,
    rows=[_document(Assessment), _document(Plan, "assessment"), _document(Review, "plan")],
)

part_of_the_file(
    "breaks",
    _("What stood in the way, and what worked"),
    order=110,
    rows=[
        Rows(
            "pathways.PathBreak",
            of="path__client",
            tells=["kind", "since", "until", ("service", _("service")), ("organisation", _("organisation")),
                   ("actor_words", _("whose")), "effect", "consequence", "workaround", "what_helped", "is_mistake",
                   "author", "at"],
            leaves=["path", "team", "municipality", "village", "stage", "over_by"],
            heads=["kind", "since"],
        ),
        Rows(
            "pathways.ThisWorked",
            of="path__client",
            title=_("What worked"),
            tells=["what", "on", ("service", _("service")), ("organisation", _("organisation")),
                   ("actor_words", _("whose")), "author", "at"],
            leaves=["path", "team", "municipality", "village", "practice"],
            heads=["on"],
        ),
    ],
)  # fmt: skip

part_of_the_file(
    "outreach",
    _("Before the path: meetings in outreach work"),
    order=120,
    rows=[
        Rows(
            "pathways.OutreachContact",
            tells=["nickname", "place", "municipality", "village", "how_to_find", "words", "met_on",
                   ("last_met_on", _("last met on")), "author"],
            leaves=["team", "taken_by", "is_urgent", "logged_on", "closed_on"],
            heads=["met_on"],
        ),
        Rows(
            "pathways.OutreachMeeting",
            of="contact__client",
            title=_("Meetings"),
            tells=["on", "words", "note", "author"],
            leaves=["contact", "at"],
            heads=["on"],
        ),
    ],
)  # fmt: skip
