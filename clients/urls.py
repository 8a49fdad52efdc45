"""Addresses of the clients room."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from clients.views import (
    basics,
    emergency,
    exclusions,
    lifting,
    log_requests,
    lookers,
    own_words,
    restriction,
    review,
    stand_in,
    trail,
    trail_person,
)
from paku.audit.words import name_pages

app_name = "clients"
urlpatterns = [
    path("trail/", trail.trail, name="trail"),
    path("trail/mine/", trail.own_trail, name="own-trail"),
    path("trail/person/", trail_person.search, name="trail-person"),
    path("trail/person/<uuid:ref>/", trail_person.reason, name="trail-reason"),
    path("trail/requests/", log_requests.register, name="log-requests"),
    path("trail/requests/<uuid:ref>/", log_requests.refuse, name="refuse-log-request"),
    path("clients/<uuid:ref>/log-request/", log_requests.log_request, name="log-request"),
    path("clients/<uuid:ref>/who-has-looked/", lookers.who_has_looked, name="who-has-looked"),
    path("clients/<uuid:ref>/who-has-looked/report/", lookers.report, name="log-report"),
    path("clients/<uuid:ref>/who-has-looked.pdf", lookers.report_pdf, name="log-report-pdf"),
    path("clients/<uuid:ref>/own-words/", own_words.own_words, name="own-words"),
    path("clients/<uuid:ref>/basics/", basics.basics, name="basics"),
    path("clients/<uuid:ref>/exclusions/", exclusions.exclusions, name="exclusions"),
    path("clients/<uuid:ref>/exclusions/<uuid:exclusion>/", exclusions.removal, name="exclusion"),
    path("clients/<uuid:ref>/restriction/", restriction.restriction, name="restriction"),
    path("clients/<uuid:ref>/restriction/lifting/", lifting.lifting, name="lifting"),
    path("clients/<uuid:ref>/stand-in/", stand_in.stand_in, name="stand-in"),
    path("stand-ins/", stand_in.stand_ins, name="stand-ins"),
    path("stand-ins/<uuid:ref>/end/", stand_in.end, name="end-stand-in"),
    path("break-glass/", emergency.begin, name="break-glass"),
    path("break-glass/<uuid:ref>/end/", emergency.end, name="end-break-glass"),
    path("break-glass/reviews/", review.reviews, name="emergencies"),
    path("break-glass/reviews/<uuid:ref>/", review.review, name="review-emergency"),
]

name_pages(
    app_name,
    {
        "trail": _("Trail"),
        "own-trail": _("What I have opened"),
        "trail-person": _("Search for a person's entries"),
        "trail-reason": _("Reason for reading a person's entries"),
        "log-requests": _("Requests for logs"),
        "refuse-log-request": _("Refusing a request for the log"),
        "log-request": _("The client's request for the log"),
        "who-has-looked": _("Who has looked at the data"),
        "log-report": _("Making a log report"),
        "log-report-pdf": _("Log report on paper"),
        "own-words": _("Own words"),
        "basics": _("Basic data"),
        "exclusions": _("Who is shut out"),
        "exclusion": _("Taking an exclusion away"),
        "restriction": _("Only for named workers"),
        "lifting": _("Lifting a restriction"),
        "stand-in": _("State a reason"),
        "stand-ins": _("Who has stood in"),
        "end-stand-in": _("Stop standing in"),
        "break-glass": _("Open in an emergency"),
        "end-break-glass": _("End an opening in an emergency"),
        "emergencies": _("Openings in an emergency"),
        "review-emergency": _("Review of an opening in an emergency"),
    },
)
