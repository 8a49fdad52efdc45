"""The one thing a person does to a notice: says that it has been seen."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from paku.reminders.views import notices

app_name = "reminders"
urlpatterns = [path("notices/<uuid:ref>/seen/", notices.seen, name="seen")]

name_pages(app_name, {"seen": _("A notice of one's own")})
