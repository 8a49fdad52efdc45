"""Addresses of clocks."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from pathways.views import clocks

urlpatterns = [
    path("paths/<uuid:ref>/clocks/new/", clocks.new_clock, name="new-clock"),
    path("paths/<uuid:ref>/clocks/assessed/", clocks.assessed, name="assessed"),
    path("clocks/<uuid:ref>/over/", clocks.over, name="clock-over"),
]

name_pages(
    "pathways",
    {
        "new-clock": _("Start a clock"),
        "clock-over": _("Was it held?"),
        "assessed": _("Assessed in the official system"),
    },
)
