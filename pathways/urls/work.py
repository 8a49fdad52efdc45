"""Addresses of the daily work: my day, clients, caseload, guide."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from pathways.views import board, caseload, client, day, guide, new_client

urlpatterns = [
    path("", day.home, name="home"),
    path("clients/", board.board, name="board"),
    path("clients/new/", new_client.new_client, name="new-client"),
    path("clients/<uuid:ref>/", client.client, name="client"),
    path("caseload/", caseload.caseload, name="caseload"),
    path("guide/", guide.guide, name="guide"),
]

name_pages(
    "pathways",
    {
        "home": _("My day"),
        "board": _("Clients"),
        "new-client": _("New client"),
        "client": _("Client"),
        "caseload": _("Caseload"),
        "guide": _("Guide"),
    },
)
