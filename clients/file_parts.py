"""What of this room belongs to a person's whole file, and what does not and why."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from django.utils.translation import gettext_lazy as _

from paku.printing.whole_file import Rows, not_in_the_file, part_of_the_file


def _picture(picture: Any) -> str:
    """For a machine; on paper there is a sentence instead."""
    return f"data:image/jpeg;base64,{b64encode(bytes(picture.image)).decode()}"


part_of_the_file(
    "person",
    _("Who I am"),
    order=10,
    rows=[
        Rows(
            "clients.Client",
            of="pk",
            tells=[
                "first_names", "last_name", "nickname", "born_on", "died_on", "municipality", "village",
                "mother_tongue", "contact_language", "needs_interpreter", "interpreter_language", "interpreter_form",
                "needs_plain_language", "advice", "is_protected", "is_restricted", "created_at",
            ],
            leaves=["running_number", "other_names", "merged_into", "sort_key", "search_name", "sounds"],
        ),
        Rows(
            "clients.IdentityCode",
            title=_("Identity code"),
            tells=[("code", _("identity code")), "written_at", "written_by", ("ended_at", _("out of force")),
                   ("is_wrong", _("was written down wrong"))],
            leaves=["fingerprint", "ended_by"],
        ),
        Rows(
            "clients.ClientName",
            title=_("Other names"),
            tells=["text", "kind", "since", "until", "written_by", "written_at"],
            heads=["text"],
        ),
        Rows(
            "clients.ContactPoint",
            title=_("Contact data"),
            tells=[("kind", _("what")), ("value", _("number or address")), ("note", _("what to know of it"))],
        ),
        Rows(
            "clients.ProtectedPlace",
            title=_("Place under non-disclosure for personal safety"),
            tells=[("municipality", _("municipality")), ("village", _("village"))],
        ),
        Rows(
            "clients.Picture",
            title=_("The picture that I chose"),
            tells=["chosen_on", ("added_by", _("saved by")),
                   ("image", _("the picture itself, in the file for machines"), _picture)],
            leaves=["width", "height", "at"],
        ),
        Rows(
            "clients.Representative",
            title=_("Representatives"),
            tells=["name", "kind", "competence", "since", "until", "written_by"],
            leaves=["phone", "contacts"],
            heads=["name"],
        ),
    ],
)  # fmt: skip

part_of_the_file(
    "own_words",
    _("What I have said in my own words"),
    order=20,
    rows=[
        Rows(
            "clients.OwnWords",
            tells=["question", "text", "said_on", "place", "heard_by"],
            leaves=["at"],
            heads=["question", "said_on"],
        ),
        Rows(
            "clients.Advice",
            title=_("How to be with me"),
            tells=["text", "said_on", "place", "heard_by"],
            leaves=["at"],
            heads=["said_on"],
        ),
        Rows(
            "clients.Meaning",
            title=_("Meaning and faith"),
            tells=[("text", _("in own words")), "said_on", "heard_by"],
            leaves=["readers", "at"],
            heads=["said_on"],
        ),
    ],
)

part_of_the_file(
    "alerts",
    _("What is to be known before meeting me"),
    order=30,
    rows=[
        Rows(
            "clients.Alert",
            tells=["kind", "text", "reason", "is_told", "told_words", "written_by", ("written_on", _("written down")),
                   "review_on", "expires_on", ("ended_at", _("taken away")), ("ended_why", _("why it was taken away"))],
            leaves=["follows", "ended_by"],
            heads=["kind", "written_on"],
        ),
    ],
)  # fmt: skip

part_of_the_file(
    "workers",
    _("Who has worked with me"),
    order=40,
    rows=[
        Rows(
            "clients.CareRelationship",
            tells=[("team", _("team")), ("own_worker", _("own worker")), ("started_on", _("began on")), "ended_on"],
            leaves=["ending"],
        ),
        Rows(
            "clients.OwnWorkerPeriod",
            of="care__client",
            title=_("Own workers"),
            tells=["worker", "since", "until"],
            leaves=["care"],
        ),
        Rows(
            "clients.Assignment",
            of="care__client",
            title=_("Others who have walked beside me"),
            tells=["worker", ("part", _("as what")), "since", "until"],
            leaves=["care"],
        ),
        Rows(
            "clients.Substitute",
            of="care__client",
            title=_("Substitutes"),
            tells=["worker", "since", "until"],
            leaves=["care"],
        ),
    ],
)  # fmt: skip

part_of_the_file(
    "requests",
    _("What I have asked for by right of law"),
    order=900,
    rows=[
        Rows(
            "clients.LogRequest",
            title=_("Requests for the log"),
            tells=[("received_on", _("asked on")), ("outcome", _("answer")), ("refusal", _("ground")),
                   "special_reason", "decision", ("decided_at", _("answered on"))],
            leaves=["due_on", "filed_by", "filed_at", "decided_by", "paper"],
        ),
        Rows(
            "clients.SubjectRequest",
            title=_("Requests for the whole file"),
            tells=[("received_on", _("asked on")), "asked_how", ("outcome", _("answer")), ("refusal", _("ground")),
                   "decision", ("decided_at", _("answered on")), ("extended_on", _("extended on")),
                   "extension_reason", "why_left_out"],
            leaves=["due_on", "filed_by", "filed_at", "language", "identity_checked", "left_out", "asked_by",
                    "asked_at", "agreed_by", "agreed_at", "is_by_officer", "decided_by", "serial", "parts",
                    "trouble"],
        ),
    ],
)  # fmt: skip

not_in_the_file(
    "clients.Exclusion", "clients.Restriction", "clients.Admission",
    why=_("Who may not open the file, and why: the rights and the safety of others (GDPR art. 15(4))."),
    said=True,
)  # fmt: skip
not_in_the_file(
    "clients.StandIn", "clients.BreakGlass",
    why=_("Who has opened the file, when and on what ground: this you get as the use log (Act 703/2023 11 §)."),
    said=True,
)  # fmt: skip
not_in_the_file(
    "clients.Merge", "clients.MergedRow",
    why=_("How two files of the same person were joined. What stood in them is in the chapters of this file."),
)  # fmt: skip
not_in_the_file(
    "clients.NotSame",
    why=_("It tells of another person as well: that two files are not of the same."),
)
not_in_the_file("clients.SubjectFile", why=_("The copy itself, until it is deleted."))
not_in_the_file("clients.Municipality", "clients.Village", why=_("It tells of no client."))
