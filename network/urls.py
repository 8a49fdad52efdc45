"""Addresses of the network room."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from network.views import contacts, directory, members, paper_requests, papers
from paku.audit.words import name_pages

app_name = "network"
urlpatterns = [
    path("network/", directory.directory, name="directory"),
    path("clients/<uuid:ref>/network/", members.members, name="members"),
    path("clients/<uuid:ref>/network/add/", members.add, name="add-member"),
    path("clients/<uuid:ref>/network/<uuid:member>/", members.edit, name="edit-member"),
    path("clients/<uuid:ref>/network/<uuid:member>/end/", members.end, name="end-member"),
    path("clients/<uuid:ref>/contacts/", contacts.contacts, name="contacts"),
    path("clients/<uuid:ref>/summary/", papers.summary, name="summary"),
    path(
        "clients/<uuid:ref>/summary/<uuid:asked>/",
        paper_requests.paper_request,
        name="paper-request",
    ),
    path("clients/<uuid:ref>/summary.pdf", papers.summary_pdf, name="summary-pdf"),
]

name_pages(
    app_name,
    {
        "directory": _("Services of the area"),
        "members": _("Around the person"),
        "add-member": _("Add a member"),
        "edit-member": _("Edit a member"),
        "end-member": _("End a membership"),
        "contacts": _("Contact data"),
        "summary": _("Summary on paper"),
        "paper-request": _("A paper that needs two"),
        "summary-pdf": _("A summary that was given"),
    },
)
