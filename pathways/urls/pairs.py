"""Addresses of pair work: who walks beside, who does what, situation reports, guidance."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from pathways.views import beside, guidance, pairs, reports

urlpatterns = [
    path("clients/<uuid:ref>/beside/new/", beside.name_beside, name="name-beside"),
    path(
        "clients/<uuid:ref>/beside/asked/<uuid:naming>/", beside.asked_naming, name="asked-naming"
    ),
    path("clients/<uuid:ref>/beside/<uuid:assignment>/", beside.end_beside, name="end-beside"),
    path("clients/<uuid:ref>/pair/", pairs.pair, name="pair"),
    path("paths/<uuid:ref>/pair/new/", pairs.new_pair, name="new-pair"),
    path("pairs/<uuid:ref>/ask/", pairs.ask_report, name="ask-report"),
    path("paths/<uuid:ref>/reports/new/", reports.new_report, name="new-report"),
    path("reports/<uuid:ref>/", reports.report, name="report"),
    path("reports/<uuid:ref>/again/", reports.answer_report, name="answer-report"),
    path("paths/<uuid:ref>/advice/", guidance.ask_advice, name="ask-advice"),
    path("paths/<uuid:ref>/guidance/new/", guidance.new_guidance, name="new-guidance"),
]

name_pages(
    "pathways",
    {
        "name-beside": _("Name who walks beside"),
        "end-beside": _("End walking beside"),
        "asked-naming": _("A request about who walks beside"),
        "pair": _("Pair work"),
        "new-pair": _("Who does what?"),
        "ask-report": _("Ask for a situation report"),
        "new-report": _("Write a situation report"),
        "report": _("Situation report"),
        "answer-report": _("Send a situation report again"),
        "ask-advice": _("Ask for advice"),
        "new-guidance": _("Write down guidance"),
    },
)
