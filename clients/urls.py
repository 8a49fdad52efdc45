"""Addresses of the clients room."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from clients.views import basics, own_words, stand_in, trail
from paku.audit.words import name_pages

app_name = "clients"
urlpatterns = [
    path("trail/", trail.trail, name="trail"),
    path("trail/mine/", trail.own_trail, name="own-trail"),
    path("clients/<uuid:ref>/own-words/", own_words.own_words, name="own-words"),
    path("clients/<uuid:ref>/basics/", basics.basics, name="basics"),
    path("clients/<uuid:ref>/stand-in/", stand_in.stand_in, name="stand-in"),
]

name_pages(
    app_name,
    {
        "trail": _("Trail"),
        "own-trail": _("What I have opened"),
        "own-words": _("Own words"),
        "basics": _("Basic data"),
        "stand-in": _("State a reason"),
    },
)
