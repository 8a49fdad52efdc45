"""What the network room records."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.audit.deeds import register_deeds
from paku.audit.words import register_words


@register_deeds
class Deed(models.TextChoices):
    MEMBER_ADDED = "network.member_added", _("Added a member to the network")
    MEMBER_CHANGED = "network.member_changed", _("Changed a member of the network")
    MEMBER_ENDED = "network.member_ended", _("Ended a membership in the network")
    TIE_TOLD = "network.tie_told", _("Wrote down where somebody is on the network map")
    MAP_PRINTED = "network.map_printed", _("Printed the network map for the person")
    STEP_AGREED = "network.step_agreed", _("Agreed on a step")
    STEP_DONE = "network.step_done", _("Marked a step as done")
    STEP_HANDED_ON = "network.step_handed_on", _("Handed a step on to somebody who stays")
    STEP_DROPPED = "network.step_dropped", _("Closed a step as not needed any more")
    MOBILITY_TOLD = "network.mobility_told", _("Wrote down how the person gets about")
    ABILITIES_TOLD = (
        "network.abilities_told",
        _("Wrote down how the person copes with services on the net"),
    )
    NETWORK_READ = "network.read", _("Read the client's network")
    PAPER_PREVIEWED = "network.paper_previewed", _("Looked at a paper before giving it")
    PAPER_GIVEN = "network.paper_given", _("Gave a paper to a recipient")
    PAPER_ASKED = "network.paper_asked", _("Asked for a second person to a paper")
    PAPER_AGREED = "network.paper_agreed", _("Agreed to a paper as the second person")
    PAPER_DECLINED = "network.paper_declined", _("Declined a paper as the second person")
    PAPER_WITHDRAWN = "network.paper_withdrawn", _("Took back the request for a paper")
    PAPER_FELL = "network.paper_fell", _("Let a request for a paper fall: the file had changed")
    CONSENTS_READ = "network.consents_read", _("Read the client's consents")
    CONSENT_GIVEN = "network.consent_given", _("Wrote down what the client allows or forbids")
    CONSENT_CHANGED = "network.consent_changed", _("Changed what the client allows or forbids")
    CONSENT_WITHDRAWN = "network.consent_withdrawn", _("Wrote down that the client took it back")
    WITHDRAWAL_TOLD = (
        "network.withdrawal_told",
        _("Wrote down that a recipient was told that the client took it back"),
    )
    CONSENT_PRINTED = "network.consent_printed", _("Printed the client's own copy of a consent")
    PAPER_OPENED = "network.paper_opened", _("Opened a given paper")
    REFERRALS_READ = "network.referrals_read", _("Read the client's referrals")
    REFERRAL_MADE = "network.referral_made", _("Began a referral")
    REFERRAL_MOVED = "network.referral_moved", _("Wrote down where a referral is")
    REFERRAL_SENT = "network.referral_sent", _("Sent a referral")
    REFERRAL_NOTED = "network.referral_noted", _("Wrote on the line of a referral")
    CHANGE_ASKED = "network.change_asked", _("Asked for a change in the directory")
    CHANGE_AGREED = "network.change_agreed", _("Agreed to a change in the directory")
    CHANGE_DECLINED = "network.change_declined", _("Sent back a change in the directory")
    CHANGE_WITHDRAWN = "network.change_withdrawn", _("Took back a change in the directory")
    PLACE_TOLD = "network.place_told", _("Told where and when a service is met")
    PLACE_ENDED = "network.place_ended", _("Told that a service is not met in a place any more")
    POP_UPS_TOLD = "network.pop_ups_told", _("Told on which days a service comes to a place")
    POP_UPS_ENDED = "network.pop_ups_ended", _("Ended the days on which a service comes to a place")
    POP_UP_CANCELLED = "network.pop_up_cancelled", _("Cancelled a pop-up day")
    POP_UP_HELD = "network.pop_up_held", _("Told that a cancelled pop-up day is held after all")
    AREA_NETWORK_TOLD = "network.area_network_told", _("Wrote down who works together in an area")
    MEETINGS_READ = "network.meetings_read", _("Read the list of network meetings")
    MEETING_READ = "network.meeting_read", _("Read a network meeting")
    MEETING_CALLED = "network.meeting_called", _("Called a network meeting")
    MEETING_CHANGED = "network.meeting_changed", _("Changed the plan of a network meeting")
    MEETING_CANCELLED = "network.meeting_cancelled", _("Cancelled a network meeting")
    MEETING_WRITTEN = "network.meeting_written", _("Wrote the memo of a network meeting")
    MEETING_AGREED = "network.meeting_agreed", _("Agreed on the memo of a network meeting")
    MEETING_CORRECTED = "network.meeting_corrected", _("Added a correction to an agreed memo")
    MEETING_PAPERS_ASKED = (
        "network.meeting_papers_asked",
        _("Asked for the papers of a network meeting"),
    )
    MEETING_CALENDAR = "network.meeting_calendar", _("Took a network meeting to a calendar")
    IMPORT_BROUGHT = "network.import_brought", _("Brought a file for the directory")
    IMPORT_DONE = "network.import_done", _("Brought a file into the directory by two people")
    IMPORT_WITHDRAWN = "network.import_withdrawn", _("Put a file for the directory aside")
    FEEDBACK_TAKEN = "network.feedback_taken", _("Typed in a partner's feedback")
    FEEDBACK_CORRECTED = "network.feedback_corrected", _("Corrected a partner's feedback")
    FEEDBACK_FORM_MADE = (
        "network.feedback_form_made",
        _("Printed a blank form for partners' feedback"),
    )
    WHOLE_FILE_GIVEN = (
        "network.whole_file_given",
        _("Gave the person a copy of their whole file"),
    )


register_words(
    "section",
    [
        ("members", _("The network")),
        ("map", _("The network map")),
        ("here", _("What is here for the person")),
        ("papers", _("Papers given")),
        ("consents", _("Consents and prohibitions")),
        ("referrals", _("Referrals")),
        ("letters", _("Letters")),
        ("meetings", _("Network meetings")),
    ],
)
register_words(
    "paper",
    [
        ("summary", _("Summary")),
        ("letter_answer", _("Request for an answer")),
        ("letter_take_part", _("Request to take part in the assessment or the plan")),
        ("letter_kela_meeting", _("Request for a joint meeting with Kela")),
        ("letter_kela_statement", _("Statement to Kela")),
        ("meeting_invitation", _("Invitation to a meeting")),
        ("meeting_memo", _("Memo of a network meeting")),
        ("network_map", _("Network map")),
        ("consent", _("The client's own copy of a consent")),
        ("plain", _("In plain language")),
        ("whole_file", _("Copy of the whole file")),
    ],
)
