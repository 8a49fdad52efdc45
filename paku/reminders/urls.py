"""A notice is marked as seen; the clocks are there to be read."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from paku.reminders.views import clocks, notices

app_name = "reminders"
urlpatterns = [
    path("notices/<uuid:ref>/seen/", notices.seen, name="seen"),
    path("clocks/", clocks.clocks, name="clocks"),
]

name_pages(app_name, {"seen": _("A notice of one's own"), "clocks": _("Clocks")})
