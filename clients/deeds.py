"""What the clients room records."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.audit.deeds import register_deeds
from paku.audit.words import register_words


@register_deeds
class Deed(models.TextChoices):
    CLIENTS_LISTED = "clients.listed", _("Saw names in a list")
    CLIENTS_SEARCHED = "clients.searched", _("Searched for a client")
    CLIENT_OPENED = "clients.opened", _("Opened a client's file")
    CLIENT_CREATED = "clients.created", _("Created a client")
    CLIENT_EDITED = "clients.edited", _("Changed a client's basic data")
    WORDS_HEARD = "clients.words_heard", _("Wrote down own words")
    WORDS_READ = "clients.words_read", _("Read own words")
    ADVICE_GIVEN = "clients.advice_given", _("Wrote down how to be with the person")
    MEANING_OPENED = "clients.meaning_opened", _("Opened the page about meaning and faith")
    MEANING_TOLD = "clients.meaning_told", _("Wrote down what the person said about meaning")
    MEANING_READERS = (
        "clients.meaning_readers",
        _("Changed who may read what the person said about meaning"),
    )
    MEANING_TAKEN_BACK = (
        "clients.meaning_taken_back",
        _("Removed what the person had said about meaning, at their wish"),
    )
    PICTURE_SEEN = "clients.picture_seen", _("Saw the picture that the person chose")
    PICTURE_CHOSEN = "clients.picture_chosen", _("Saved the picture that the person chose")
    PICTURE_TAKEN_AWAY = "clients.picture_taken_away", _("Took the person's picture away")
    ALERTS_READ = "clients.alerts_read", _("Read the alerts about a client")
    ALERT_WRITTEN = "clients.alert_written", _("Wrote an alert about a client")
    ALERT_RENEWED = "clients.alert_renewed", _("Looked at an alert again and kept it")
    ALERT_ENDED = "clients.alert_ended", _("Took an alert away")
    IDENTITY_TOLD = "clients.identity_told", _("Wrote down an identity code")
    IDENTITY_ENDED = "clients.identity_ended", _("Took an identity code out of force")
    IDENTITY_SHOWN = "clients.identity_shown", _("Looked at an identity code")
    REPRESENTATIVE_NAMED = "clients.representative_named", _("Wrote down a representative")
    REPRESENTATIVE_ENDED = (
        "clients.representative_ended",
        _("Wrote down a representative's last day"),
    )
    NAME_TOLD = "clients.name_told", _("Wrote down another name of a client")
    NAME_REMOVED = "clients.name_removed", _("Took away a wrong name of a client")
    ALIKE_READ = "clients.alike_read", _("Looked at files that may be of the same person")
    MERGED = "clients.merged", _("Merged two files of the same person")
    UNMERGED = "clients.unmerged", _("Undid a merge of two files")
    TOLD_APART = "clients.told_apart", _("Marked that two clients are not the same person")
    TOLD_APART_NO_MORE = (
        "clients.told_apart_no_more",
        _("Took away the mark that two clients are not the same person"),
    )
    CARE_BEGUN = "clients.care_begun", _("Became own worker")
    CARE_ENDED = "clients.care_ended", _("Ended a care relationship")
    WORKER_ASSIGNED = "clients.worker_assigned", _("Named a worker for a client")
    WORKER_LEFT = "clients.worker_left", _("Ended a worker's part beside a client")
    OWN_WORKER_CHANGED = "clients.own_worker_changed", _("Changed a client's own worker")
    SUBSTITUTE_CHANGED = "clients.substitute_changed", _("Changed the days of a substitute")
    SUBSTITUTE_ENDED = "clients.substitute_ended", _("Ended a substitute's days")
    STOOD_IN = "clients.stood_in", _("Opened a colleague's client's file by a stated reason")
    STAND_IN_ENDED = "clients.stand_in_ended", _("Stopped standing in for a colleague")
    STAND_INS_READ = "clients.stand_ins_read", _("Read who has opened colleagues' clients' files")
    EMERGENCY_BEGUN = "clients.emergency_begun", _("Opened a file in an emergency")
    EMERGENCY_ENDED = "clients.emergency_ended", _("An opening in an emergency ended")
    EMERGENCY_MISSED = "clients.emergency_missed", _("Named nobody for an emergency")
    EMERGENCIES_READ = "clients.emergencies_read", _("Read openings in an emergency")
    EMERGENCY_REVIEWED = "clients.emergency_reviewed", _("Reviewed an opening in an emergency")
    EXCLUSIONS_READ = "clients.exclusions_read", _("Read who is shut out of a file")
    EXCLUDED = "clients.excluded", _("Shut somebody out of a file")
    EXCLUSION_REMOVAL_ASKED = (
        "clients.exclusion_removal_asked",
        _("Asked that an exclusion be taken away"),
    )
    EXCLUSION_REMOVED = "clients.exclusion_removed", _("Confirmed that an exclusion is taken away")
    EXCLUSION_KEPT = "clients.exclusion_kept", _("Kept an exclusion in force")
    RESTRICTED = "clients.restricted", _("Restricted a file to named workers")
    LIFTING_ASKED = (
        "clients.lifting_asked",
        _("Asked that the restriction to named workers be lifted"),
    )
    RESTRICTION_LIFTED = (
        "clients.restriction_lifted",
        _("Confirmed that the restriction to named workers is lifted"),
    )
    RESTRICTION_KEPT = "clients.restriction_kept", _("Kept the restriction to named workers")
    ADMITTED = "clients.admitted", _("Let a named worker into a restricted file")
    PROTECTION_SET = "clients.protection_set", _("Set the non-disclosure for personal safety")
    PROTECTION_LIFTED = (
        "clients.protection_lifted",
        _("Took off the non-disclosure for personal safety"),
    )
    CONTACT_SHOWN = "clients.contact_shown", _("Looked at contact data behind the click")
    LOOKERS_READ = "clients.lookers_read", _("Read who has looked at the data")
    TRAIL_SEARCHED = "clients.trail_searched", _("Searched the trail for a person")
    TRAIL_ASKED = "clients.trail_asked", _("Was asked why the trail of a person is read")
    TRAIL_REASON_GIVEN = (
        "clients.trail_reason_given",
        _("Stated a reason for reading the trail of a person"),
    )
    LOG_REQUEST_FILED = (
        "clients.log_request_filed",
        _("Wrote down the client's request for the log"),
    )
    LOG_REQUEST_READ = "clients.log_request_read", _("Looked at the client's request for the log")
    LOG_REQUESTS_READ = "clients.log_requests_read", _("Looked at the requests for logs")
    LOG_REQUEST_REFUSED = "clients.log_request_refused", _("Refused the request for the log")
    LOG_REPORT_MADE = "clients.log_report_made", _("Made the log report for the client")
    LOG_REPORT_OPENED = "clients.log_report_opened", _("Opened a log report")
    FILE_REQUEST_FILED = (
        "clients.file_request_filed",
        _("Wrote down the client's request for a copy of the whole file"),
    )
    FILE_REQUEST_READ = (
        "clients.file_request_read",
        _("Looked at the client's request for a copy of the whole file"),
    )
    FILE_REQUESTS_READ = (
        "clients.file_requests_read",
        _("Looked at the requests for copies of whole files"),
    )
    FILE_ASKED = (
        "clients.file_asked",
        _("Asked for a second person to a copy of the whole file"),
    )
    FILE_AGREED = "clients.file_agreed", _("Agreed that the person is given their whole file")
    FILE_SENT_BACK = (
        "clients.file_sent_back",
        _("Did not agree yet that the person is given their whole file"),
    )
    FILE_REFUSED = "clients.file_refused", _("Refused a copy of the whole file")
    FILE_EXTENDED = (
        "clients.file_extended",
        _("Took more time for the request for the whole file"),
    )
    FILE_OPENED = "clients.file_opened", _("Opened the copy of the whole file for the person")
    FILES_FORGOTTEN = (
        "clients.files_forgotten",
        _("Deleted the made copies of whole files whose two weeks were over"),
    )


register_words(
    "relation",
    [
        ("own", _("own worker")),
        ("pair", _("pair")),
        ("near_worker", _("near-worker")),
        ("student", _("student")),
        ("substitute", _("substitute")),
        ("stand_in", _("stands in by a stated reason")),
        ("break_glass", _("opening in an emergency")),
        ("supervises", _("supervisor of the team")),
        ("team", _("worker of the same team")),
    ],
)
register_words("paper", [("log_report", _("Log report"))])
register_words("purpose", [("data_subject", _("the client's own request"))])
register_words(
    "section",
    [
        ("basics", _("Basic data")),
        ("contacts", _("Contact data")),
        ("alerts", _("Alerts")),
        ("identity_code", _("Identity code")),
        ("representatives", _("Representatives")),
        ("picture", _("Picture")),
        ("own_worker", _("Own worker and substitutes")),
        ("log_about", _("Log report")),
        ("log_given", _("Disclosure log")),
        ("log_used", _("Use log")),
    ],
)
