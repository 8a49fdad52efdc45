"""Addresses of path breaks and of what worked."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from pathways.views import area, breaks, referral_breaks

urlpatterns = [
    path("paths/<uuid:ref>/breaks/new/", breaks.new_break, name="new-break"),
    path("paths/<uuid:ref>/worked/new/", breaks.new_worked, name="new-worked"),
    path("breaks/<uuid:ref>/over/", breaks.over, name="break-over"),
    path("referrals/<uuid:ref>/break/", referral_breaks.mark, name="referral-break"),
    path("area/", area.area, name="area"),
    path("area/breaks/new/", area.new_area_break, name="new-area-break"),
    path("area/worked/new/", area.new_area_worked, name="new-area-worked"),
]

name_pages(
    "pathways",
    {
        "new-break": _("Mark a path break"),
        "new-worked": _("Mark what worked"),
        "break-over": _("A path break is over"),
        "referral-break": _("A referral as a path break"),
        "area": _("Observations of the area"),
        "new-area-break": _("A path break in the area"),
        "new-area-worked": _("What worked in the area"),
    },
)
