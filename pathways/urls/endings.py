"""Addresses of tapering, exit, calls after support and ends."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from pathways.views import check_ins, ending, exits, tapering, turned

urlpatterns = [
    path("paths/<uuid:ref>/tapering/", tapering.tapering, name="tapering"),
    path("paths/<uuid:ref>/tapering/new/", tapering.new_plan, name="new-tapering"),
    path("paths/<uuid:ref>/tapering/look/", tapering.look, name="tapering-look"),
    path("paths/<uuid:ref>/exit/", exits.exit_sheet, name="exit"),
    path("paths/<uuid:ref>/exit/move/", exits.exit_move, name="exit-move"),
    path("check-ins/<uuid:ref>/", check_ins.check_in, name="check-in"),
    path("paths/<uuid:ref>/end/", ending.end, name="end"),
    path("paths/<uuid:ref>/return/", ending.come_back, name="return"),
    path("paths/<uuid:ref>/next/", turned.turned, name="turned"),
]

name_pages(
    "pathways",
    {
        "tapering": _("Tapering and exit"),
        "new-tapering": _("A tapering plan"),
        "tapering-look": _("Was lighter support enough?"),
        "exit": _("Controlled exit"),
        "exit-move": _("Move to a controlled exit"),
        "check-in": _("Call after support"),
        "end": _("End the path"),
        "return": _("Back by return ticket"),
        "turned": _("What next?"),
    },
)
