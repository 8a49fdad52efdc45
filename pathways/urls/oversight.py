"""Addresses of retention, holds and questions about openings."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from pathways.views import alarms, deaths, holds, retention

urlpatterns = [
    path("retention/", retention.runs, name="retention"),
    path("retention/closed/", deaths.find_closed, name="find-closed"),
    path("retention/<uuid:ref>/", retention.run, name="retention-run"),
    path("clients/<uuid:ref>/hold/", holds.hold, name="hold"),
    path("clients/<uuid:ref>/death/", deaths.death, name="death"),
    path("alarms/", alarms.alarms, name="alarms"),
    path("alarms/<uuid:ref>/", alarms.alarm, name="alarm"),
]

name_pages(
    "pathways",
    {
        "retention": _("Retention"),
        "retention-run": _("List of what is due to be destroyed"),
        "hold": _("Hold on a file"),
        "find-closed": _("A file that is closed to everybody"),
        "death": _("Date of death"),
        "alarms": _("Requests for an explanation"),
        "alarm": _("Request for an explanation"),
    },
)
