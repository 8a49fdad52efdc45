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
    NEXT_TURNED = "pathways.next_turned", _("Turned the screen to the client")
    VISIT_LOGGED = "pathways.visit_logged", _("Logged a visit")
    VISIT_READ = "pathways.visit_read", _("Read a visit")
    VISIT_CORRECTED = "pathways.visit_corrected", _("Corrected a visit")
    BREAK_MARKED = "pathways.break_marked", _("Marked a path break")
    BREAK_OVER = "pathways.break_over", _("Marked a path break as over")
    BREAK_MISTAKEN = "pathways.break_mistaken", _("Marked a path break as a mistake")
    WORKED_MARKED = "pathways.worked_marked", _("Marked what worked")
    OUTREACH_READ = "pathways.outreach_read", _("Read the team's outreach")
    OUTREACH_LOGGED = "pathways.outreach_logged", _("Wrote in the outreach diary")
    OUTREACH_CORRECTED = "pathways.outreach_corrected", _("Corrected the outreach diary")
    CONTACT_MET = "pathways.contact_met", _("Wrote down somebody met in outreach")
    CONTACT_READ = "pathways.contact_read", _("Read of somebody met in outreach")
    CONTACT_MET_AGAIN = "pathways.contact_met_again", _("Met somebody again in outreach")
    CONTACT_CHANGED = "pathways.contact_changed", _("Changed a contact of outreach")
    CONTACT_JOINED = "pathways.contact_joined", _("Joined a contact of outreach to a client")
    CONTACT_DELETED = "pathways.contact_deleted", _("Deleted a contact of outreach")
    CASELOAD_REVIEWED = "pathways.caseload_reviewed", _("Reviewed the caseload")
    DAY_READ = "pathways.day_read", _("Saw own day")
    ALARMS_READ = "pathways.alarms_read", _("Read requests for an explanation")
    ALARM_EXPLAINED = "pathways.alarm_explained", _("Explained an opening")
    ALARM_DECIDED = "pathways.alarm_decided", _("Judged an explanation of an opening")
    ALARM_SETTLED = "pathways.alarm_settled", _("Concluded whether an opening had a ground")


register_words("section", [("visits", _("Visits")), ("breaks", _("Path breaks"))])
