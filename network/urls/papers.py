"""Addresses of papers for others."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from network.views import given, paper_requests, papers, plain
from paku.audit.words import name_pages

urlpatterns = [
    path("clients/<uuid:ref>/summary/", papers.summary, name="summary"),
    path(
        "clients/<uuid:ref>/summary/<uuid:asked>/",
        paper_requests.paper_request,
        name="paper-request",
    ),
    path("clients/<uuid:ref>/summary.pdf", papers.summary_pdf, name="summary-pdf"),
    path("clients/<uuid:ref>/given/", given.given, name="given"),
    path("clients/<uuid:ref>/given/<uuid:given>/plain/", plain.plain, name="plain-paper"),
]

name_pages(
    "network",
    {
        "summary": _("Summary on paper"),
        "paper-request": _("A paper that needs two"),
        "summary-pdf": _("A summary that was given"),
        "given": _("Papers given"),
        "plain-paper": _("In plain language"),
    },
)
