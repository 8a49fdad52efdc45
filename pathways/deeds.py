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
    VISIT_LOGGED = "pathways.visit_logged", _("Logged a visit")
    VISIT_READ = "pathways.visit_read", _("Read a visit")
    VISIT_CORRECTED = "pathways.visit_corrected", _("Corrected a visit")
    CASELOAD_REVIEWED = "pathways.caseload_reviewed", _("Reviewed the caseload")
    DAY_READ = "pathways.day_read", _("Saw own day")
    ALARMS_READ = "pathways.alarms_read", _("Read requests for an explanation")
    ALARM_EXPLAINED = "pathways.alarm_explained", _("Explained an opening")
    ALARM_DECIDED = "pathways.alarm_decided", _("Judged an explanation of an opening")
    ALARM_SETTLED = "pathways.alarm_settled", _("Concluded whether an opening had a ground")


register_words("section", [("visits", _("Visits"))])
