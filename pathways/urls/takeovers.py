"""Addresses of drafts that absent workers have left."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from pathways.views import takeovers

urlpatterns = [
    path("caseload/drafts/", takeovers.all_left, name="left-drafts"),
    path("paths/<uuid:ref>/drafts/", takeovers.left_on_path, name="path-drafts"),
    path("takeovers/<uuid:ref>/", takeovers.takeover, name="takeover"),
]

name_pages(
    "pathways",
    {
        "left-drafts": _("What absent workers have left unfinished"),
        "path-drafts": _("An absent worker's unfinished visit"),
        "takeover": _("Going on with an absent worker's draft"),
    },
)
