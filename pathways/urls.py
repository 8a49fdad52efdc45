"""Addresses of the pathways room."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from pathways.views import (
    alarms,
    board,
    caseload,
    client,
    day,
    guide,
    moves,
    new_client,
    paths,
    steps,
    visits,
)

app_name = "pathways"
urlpatterns = [
    path("", day.home, name="home"),
    path("clients/", board.board, name="board"),
    path("clients/new/", new_client.new_client, name="new-client"),
    path("clients/<uuid:ref>/", client.client, name="client"),
    path("clients/<uuid:ref>/path/", paths.newest, name="client-path"),
    path("caseload/", caseload.caseload, name="caseload"),
    path("clients/<uuid:ref>/steps/new/", steps.new_step, name="new-step"),
    path("steps/<uuid:ref>/done/", steps.done, name="step-done"),
    path("paths/<uuid:ref>/", paths.path, name="path"),
    path("paths/<uuid:ref>/move/", moves.move, name="move"),
    path("paths/<uuid:ref>/visits/new/", visits.new_visit, name="new-visit"),
    path("visits/<uuid:ref>/", visits.visit, name="visit"),
    path("visits/<uuid:ref>/correct/", visits.correct_visit, name="correct-visit"),
    path("guide/", guide.guide, name="guide"),
    path("alarms/", alarms.alarms, name="alarms"),
    path("alarms/<uuid:ref>/", alarms.alarm, name="alarm"),
]

name_pages(
    app_name,
    {
        "home": _("My day"),
        "board": _("Clients"),
        "new-client": _("New client"),
        "client": _("Client"),
        "client-path": _("The path"),
        "caseload": _("Caseload"),
        "new-step": _("Agree on a step"),
        "step-done": _("Is it done?"),
        "path": _("The path"),
        "move": _("Move to another stage"),
        "new-visit": _("Log a visit"),
        "visit": _("Visit"),
        "correct-visit": _("Correct a visit"),
        "guide": _("Guide"),
        "alarms": _("Requests for an explanation"),
        "alarm": _("Request for an explanation"),
    },
)
