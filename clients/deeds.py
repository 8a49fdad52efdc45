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
    CARE_BEGUN = "clients.care_begun", _("Became own worker")
    WORKER_ASSIGNED = "clients.worker_assigned", _("Named a worker for a client")
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
register_words(
    "section",
    [
        ("basics", _("Basic data")),
        ("contacts", _("Contact data")),
        ("log_about", _("Log report")),
        ("log_given", _("Disclosure log")),
        ("log_used", _("Use log")),
    ],
)
