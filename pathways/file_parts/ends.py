"""Handing over, clocks, tapering and the controlled exit, and work by a pair, in a person's whole file."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from paku.printing.whole_file import Rows, part_of_the_file

part_of_the_file(
    "easing",
    _("When support is eased and ended"),
    order=112,
    rows=[
        Rows(
            "pathways.AgreedRhythm",
            of="path__client",
            title=_("How often we meet"),
            tells=["every_days", "how", "since", ("agreed_with", _("agreed with")), "by"],
            leaves=["path", "at"],
            heads=["since"],
        ),
        Rows(
            "pathways.TaperingPlan",
            of="path__client",
            title=_("Plans for meeting less often"),
            tells=["client_words", "looked_on", ("made_on", _("made on")), "ended_on", ("ended_how", _("how it ended")),
                   "by"],
            leaves=["path", "at", "ask"],
            heads=["made_on"],
        ),
        Rows(
            "pathways.TaperingStep",
            of="plan__path__client",
            title=_("Steps of those plans"),
            tells=[("number", _("which step")), "from_on", "every_days", "how", ("begun_on", _("begun on"))],
            leaves=["plan", "begun_by"],
            heads=["from_on"],
        ),
        Rows(
            "pathways.TaperingLook",
            of="step__plan__path__client",
            title=_("Was it enough"),
            tells=["on", "held", "client_words", "words", "by"],
            leaves=["step", "at"],
            heads=["on"],
        ),
        Rows(
            "pathways.ExitReview",
            of="path__client",
            title=_("Looking back before the end"),
            tells=["what_remains", "left_open", "ended_on", ("begun_by", _("begun by")), "at"],
            leaves=["path", "move"],
            heads=["at"],
        ),
        Rows(
            "pathways.ExitItem",
            of="review__path__client",
            title=_("What was made sure of before the end"),
            tells=[("matter", _("matter")), ("state", _("how it is")), "words", "on", "by"],
            leaves=["review"],
        ),
        Rows(
            "pathways.CheckIn",
            of="path__client",
            title=_("Asking how I am after the support"),
            tells=["months", ("attempt", _("which try")), ("result", _("how it went")), "on", "client_words", "words",
                   "what_next", "by"],
            leaves=["path", "step", "at"],
            heads=["on"],
        ),
    ],
)  # fmt: skip

part_of_the_file(
    "between_workers",
    _("Between the workers, about me"),
    order=115,
    rows=[
        Rows(
            "pathways.Handover",
            of="care__client",
            title=_("From one own worker to another"),
            tells=[("offered_on", _("offered on")), ("giver", _("handed over by")), ("receiver", _("received by")),
                   ("team", _("team")),
                   "why", "letter", "told_on", "joint_on", ("outcome", _("what became of it")), "answer"],
            leaves=["care", "from_team", "gathered", "has_joint_visit", "offered_by", "offered_at", "by_lead",
                    "answered_by", "answered_at"],
            heads=["offered_on"],
        ),
        Rows(
            "pathways.AskedNaming",
            title=_("Asked: who walks beside me"),
            tells=[("asked_at", _("asked on")), "worker", "part", "since", "until",
                   ("why", _("why it was asked")), ("asked_by", _("asked by")), ("outcome", _("what became of it")),
                   ("decided_by", _("decided by")), "answer"],
            leaves=["care", "ending", "decided_at"],
            heads=["asked_at"],
        ),
        Rows(
            "pathways.Pair",
            of="path__client",
            title=_("Working pairs"),
            tells=["worker", ("partner", _("partner")), "since", "until", "worker_duties", "partner_duties"],
            leaves=["path", "report_weeks", "report_due_on", "by", "at"],
        ),
        Rows(
            "pathways.SituationReport",
            of="path__client",
            title=_("Reports of the pair"),
            tells=["author", ("state", _("how it is")), ("sent_on", _("sent on"))],
            leaves=["path", "accepted_by", "accepted_at"],
            heads=["sent_on"],
        ),
        Rows(
            "pathways.ReportText",
            of="report__path__client",
            title=_("What the reports say"),
            tells=["at", "author", "client_words", "changed", "worries", "needed", "is_urgent",
                   ("reason", _("why it was corrected"))],
            leaves=["report"],
            heads=["at"],
        ),
        Rows(
            "pathways.ReportQuestion",
            of="report__path__client",
            title=_("Questions about the reports"),
            tells=["text", "by", ("on", _("day"))],
            leaves=["report", "at"],
        ),
        Rows(
            "pathways.Guidance",
            of="path__client",
            title=_("Advice between those who help"),
            tells=[("partner", _("to whom")), ("asked_on", _("asked on")), "question", ("given_by", _("answered by")),
                   ("given_on", _("answered on")), "asked", "agreed", "partner_step",
                   ("partner_step_by", _("by when")), "worker_step", ("worker_step_by", _("by when"))],
            leaves=["path", "at"],
            heads=["given_on"],
        ),
    ],
)  # fmt: skip

part_of_the_file(
    "terms",
    _("Days set by law, and stops to destroying"),
    order=118,
    rows=[
        Rows(
            "pathways.ClockRun",
            of="path__client",
            title=_("Days set by law"),
            tells=[("clock", _("what")), "started_on", "due_on", "words", "ended_on", "outcome", "end_words"],
            leaves=["path", "code", "author", "at", "ended_by"],
            heads=["clock", "started_on"],
        ),
        Rows(
            "pathways.LegalHold",
            title=_("Stops to destroying the file"),
            tells=["why", "review_on", ("set_at", _("set on")), "lifted_why", ("lifted_at", _("lifted on"))],
            leaves=["set_by", "lifted_by"],
        ),
    ],
)  # fmt: skip
