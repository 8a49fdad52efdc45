"""Addresses of the path and its moves."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from pathways.views import borders, moves, paths

urlpatterns = [
    path("clients/<uuid:ref>/path/", paths.newest, name="client-path"),
    path("paths/<uuid:ref>/", paths.path, name="path"),
    path("paths/<uuid:ref>/move/", moves.move, name="move"),
    path("paths/<uuid:ref>/back/", borders.back, name="back"),
    path("paths/<uuid:ref>/early-support/", borders.early, name="early-check"),
]

name_pages(
    "pathways",
    {
        "client-path": _("The path"),
        "path": _("The path"),
        "move": _("Move to another stage"),
        "back": _("Back to intensive support"),
        "early-check": _("Had help reached before?"),
    },
)
