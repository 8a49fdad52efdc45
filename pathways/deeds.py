"""What the pathways room records."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.audit.deeds import register_deeds
from paku.audit.words import register_words


@register_deeds
class Deed(models.TextChoices):
    PATH_OPENED = "pathways.opened", _("Opened a path")
    PATH_READ = "pathways.read", _("Read a path")
    PATH_MOVED = "pathways.moved", _("Moved a path to another stage")
    BORDER_TOLD = "pathways.border_told", _("Wrote down what spoke for a stage")
    PATH_ENDED = "pathways.ended", _("Ended a path")
    PATH_RETURNED = "pathways.returned", _("Took a person back by return ticket")
    RHYTHM_AGREED = "pathways.rhythm_agreed", _("Agreed on how often to be in touch")
    TAPERING_PLANNED = "pathways.tapering_planned", _("Made a tapering plan")
    TAPERING_LOOKED_AT = "pathways.tapering_looked_at", _("Looked at how lighter support had gone")
    TAPERING_ENDED = "pathways.tapering_ended", _("Ended a tapering plan")
    EXIT_SAVED = "pathways.exit_saved", _("Filled in the sheet of a controlled exit")
    CHECK_IN_MADE = "pathways.check_in_made", _("Made a call after support")
    CHECK_IN_DROPPED = "pathways.check_in_dropped", _("Closed a call after support as not needed")
    NEXT_TURNED = "pathways.next_turned", _("Turned the screen to the client")
    HANDOVERS_READ = "pathways.handovers_read", _("Looked at handovers that wait")
    HANDOVER_READ = "pathways.handover_read", _("Read what is told at a handover")
    HANDOVER_OFFERED = "pathways.handover_offered", _("Offered a person to another own worker")
    HANDOVER_ACCEPTED = "pathways.handover_accepted", _("Accepted a handover")
    HANDOVER_DECLINED = "pathways.handover_declined", _("Declined a handover")
    HANDOVER_WITHDRAWN = "pathways.handover_withdrawn", _("Took back a handover")
    NAMING_READ = "pathways.naming_read", _("Read a request about who walks beside a person")
    NAMING_ASKED = (
        "pathways.naming_asked",
        _("Asked that somebody walks beside a person, or no more"),
    )
    NAMING_AGREED = "pathways.naming_agreed", _("Agreed to who walks beside a person")
    NAMING_DECLINED = "pathways.naming_declined", _("Did not agree to who walks beside a person")
    NAMING_WITHDRAWN = (
        "pathways.naming_withdrawn",
        _("Took back a request about who walks beside a person"),
    )
    CARD_MADE = "pathways.card_made", _("Made the person's own card")
    VISIT_LOGGED = "pathways.visit_logged", _("Logged a visit")
    VISIT_READ = "pathways.visit_read", _("Read a visit")
    VISIT_CORRECTED = "pathways.visit_corrected", _("Corrected a visit")
    VISIT_MOVED = "pathways.visit_moved", _("Marked a visit as moved to the official record")
    DRAFTS_LEFT_READ = (
        "pathways.drafts_left_read",
        _("Looked at what absent workers had left unfinished"),
    )
    TAKEOVER_ASKED = "pathways.takeover_asked", _("Asked that another goes on with a draft")
    TAKEOVER_READ = "pathways.takeover_read", _("Looked at a request to go on with a draft")
    TAKEOVER_AGREED = "pathways.takeover_agreed", _("Agreed that another goes on with a draft")
    TAKEOVER_DECLINED = (
        "pathways.takeover_declined",
        _("Did not agree that another goes on with a draft"),
    )
    TAKEOVER_WITHDRAWN = (
        "pathways.takeover_withdrawn",
        _("Took back a request to go on with a draft"),
    )
    BREAK_MARKED = "pathways.break_marked", _("Marked a path break")
    BREAK_OVER = "pathways.break_over", _("Marked a path break as over")
    BREAK_MISTAKEN = "pathways.break_mistaken", _("Marked a path break as a mistake")
    WORKED_MARKED = "pathways.worked_marked", _("Marked what worked")
    ERRANDS_READ = "pathways.errands_read", _("Read errands done together")
    ERRAND_WRITTEN = "pathways.errand_written", _("Wrote down an errand done together")
    ERRAND_DECIDED = "pathways.errand_decided", _("Wrote down the decision that came of an errand")
    ERRAND_CORRECTED = "pathways.errand_corrected", _("Corrected an errand done together")
    ERRAND_MISTAKEN = (
        "pathways.errand_mistaken",
        _("Took off an errand that was written to the wrong person"),
    )
    IMPROVEMENT_WRITTEN = (
        "pathways.improvement_written",
        _("Wrote down what is to be improved in the services"),
    )
    IMPROVEMENT_CHANGED = (
        "pathways.improvement_changed",
        _("Changed what is to be improved in the services"),
    )
    PRACTICE_LIFTED = "pathways.practice_lifted", _("Lifted what worked into the good practices")
    PRACTICE_CHANGED = "pathways.practice_changed", _("Changed a good practice")
    JOINT_PAPER_MADE = "pathways.joint_paper_made", _("Printed the paper for the joint group")
    PAIR_READ = "pathways.pair_read", _("Read the pair work")
    PAIR_AGREED = "pathways.pair_agreed", _("Wrote down who does what in pair work")
    REPORT_ASKED_FOR = "pathways.report_asked_for", _("Asked for a situation report")
    REPORT_SENT = "pathways.report_sent", _("Sent a situation report")
    REPORT_READ = "pathways.report_read", _("Read a situation report")
    REPORT_ASKED_BACK = "pathways.report_asked_back", _("Asked back about a situation report")
    REPORT_ANSWERED = "pathways.report_answered", _("Sent a situation report again")
    REPORT_ACCEPTED = "pathways.report_accepted", _("Accepted a situation report")
    ADVICE_ASKED = "pathways.advice_asked", _("Asked for advice")
    GUIDED = "pathways.guided", _("Gave guidance")
    DOCUMENTS_LISTED = "pathways.documents_listed", _("Looked at assessments and plans")
    DOCUMENT_READ = "pathways.document_read", _("Read an assessment, a plan or its review")
    DOCUMENT_BEGUN = "pathways.document_begun", _("Began an assessment, a plan or its review")
    DOCUMENT_SAVED = (
        "pathways.document_saved",
        _("Went on with an assessment, a plan or its review"),
    )
    DOCUMENT_READY = (
        "pathways.document_ready",
        _("Made an assessment, a plan or its review ready"),
    )
    DOCUMENT_FOLLOWED = (
        "pathways.document_followed",
        _("Began a new version of an assessment, a plan or its review"),
    )
    DOCUMENT_MOVED = (
        "pathways.document_moved",
        _("Marked a document as moved to the official record"),
    )
    DOCUMENT_DROPPED = (
        "pathways.document_dropped",
        _("Threw away an unfinished assessment, plan or review"),
    )
    CLOCK_STARTED = "pathways.clock_started", _("Started a clock that the client asked for")
    CLOCK_ENDED = "pathways.clock_ended", _("Ended a clock on a path")
    OUTREACH_READ = "pathways.outreach_read", _("Read the team's outreach")
    OUTREACH_LOGGED = "pathways.outreach_logged", _("Wrote in the outreach diary")
    OUTREACH_CORRECTED = "pathways.outreach_corrected", _("Corrected the outreach diary")
    CONTACT_MET = "pathways.contact_met", _("Wrote down somebody met in outreach")
    CONTACT_READ = "pathways.contact_read", _("Read of somebody met in outreach")
    CONTACT_MET_AGAIN = "pathways.contact_met_again", _("Met somebody again in outreach")
    CONTACT_CHANGED = "pathways.contact_changed", _("Changed a contact of outreach")
    CONTACT_JOINED = "pathways.contact_joined", _("Joined a contact of outreach to a client")
    CONTACT_DELETED = "pathways.contact_deleted", _("Deleted a contact of outreach")
    GOALS_READ = (
        "pathways.goals_read",
        _("Read goals, measures, the dignity check or the quality list"),
    )
    GOAL_WRITTEN = "pathways.goal_written", _("Wrote down a goal")
    GOAL_WORDED = "pathways.goal_worded", _("Worded a goal anew")
    GOAL_JUDGED = "pathways.goal_judged", _("Judged where one is with a goal")
    GOAL_CLOSED = "pathways.goal_closed", _("Closed a goal")
    MEASURED = "pathways.measured", _("Wrote down a measure")
    DIGNITY_ASKED = "pathways.dignity_asked", _("Made a dignity check")
    QUALITY_ASKED = "pathways.quality_asked", _("Went through the quality list with the person")
    CATEGORIES_READ = "pathways.categories_read", _("Read how support is arranged")
    CATEGORIES_TALKED = (
        "pathways.categories_talked",
        _("Talked with the person about how support is arranged"),
    )
    CASELOAD_REVIEWED = "pathways.caseload_reviewed", _("Reviewed the caseload")
    DAY_READ = "pathways.day_read", _("Saw own day")
    ALARMS_READ = "pathways.alarms_read", _("Read requests for an explanation")
    ALARM_EXPLAINED = "pathways.alarm_explained", _("Explained an opening")
    ALARM_DECIDED = "pathways.alarm_decided", _("Judged an explanation of an opening")
    ALARM_SETTLED = "pathways.alarm_settled", _("Concluded whether an opening had a ground")
    RETENTION_READ = "pathways.retention_read", _("Looked at what is due to be destroyed")
    DESTRUCTION_APPROVED = "pathways.destruction_approved", _("Approved a list of files to destroy")
    DESTROYED = "pathways.destroyed", _("Destroyed what was due of a file")
    DEATH_WRITTEN = (
        "pathways.death_written",
        _("Wrote down the death of a person whose file is closed to all"),
    )
    HOLD_PLACED = "pathways.hold_placed", _("Held a file from being destroyed")
    HOLD_LIFTED = "pathways.hold_lifted", _("Lifted the hold on a file")


register_words("paper", [("card", _("The person's own card"))])
register_words(
    "section",
    [
        ("visits", _("Visits")),
        ("breaks", _("Path breaks")),
        ("tapering", _("Tapering and exit")),
        ("plan", _("Assessments and plans")),
        ("goals", _("Goals")),
        ("measures", _("Measures")),
        ("dignity", _("Dignity check")),
        ("quality", _("Quality list")),
        ("categories", _("Arrangement of support")),
        ("pair_work", _("Pair work")),
        ("errands", _("Errands together")),
    ],
)
