"""The one thing a person does to a notice: says that it has been seen."""

from django.urls import path

from paku.reminders.views import notices

app_name = "reminders"
urlpatterns = [path("notices/<uuid:ref>/seen/", notices.seen, name="seen")]
