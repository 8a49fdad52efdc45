"""Addresses of the network room."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from network.views import (
    consent_papers,
    consents,
    contacts,
    coping,
    directory,
    members,
    paper_requests,
    papers,
)
from paku.audit.words import name_pages

app_name = "network"
urlpatterns = [
    path("network/", directory.directory, name="directory"),
    path("clients/<uuid:ref>/network/", members.members, name="members"),
    path("clients/<uuid:ref>/network/add/", members.add, name="add-member"),
    path("clients/<uuid:ref>/network/<uuid:member>/", members.edit, name="edit-member"),
    path("clients/<uuid:ref>/network/<uuid:member>/end/", members.end, name="end-member"),
    path("clients/<uuid:ref>/contacts/", contacts.contacts, name="contacts"),
    path("clients/<uuid:ref>/coping/", coping.coping, name="coping"),
    path("clients/<uuid:ref>/coping/mobility/", coping.mobility, name="mobility"),
    path("clients/<uuid:ref>/coping/services/", coping.abilities, name="abilities"),
    path("clients/<uuid:ref>/consents/", consents.consents, name="consents"),
    path("clients/<uuid:ref>/consents/give/", consents.give, name="give-consent"),
    path(
        "clients/<uuid:ref>/consents/<uuid:consent>/change/",
        consents.change,
        name="change-consent",
    ),
    path(
        "clients/<uuid:ref>/consents/<uuid:consent>/withdraw/",
        consents.withdraw,
        name="withdraw-consent",
    ),
    path(
        "clients/<uuid:ref>/consents/<uuid:consent>/copy.pdf",
        consent_papers.consent_pdf,
        name="consent-pdf",
    ),
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
        "coping": _("Getting about and services"),
        "mobility": _("How the person gets about"),
        "abilities": _("Services on the net"),
        "consents": _("Consents"),
        "give-consent": _("Write down a consent"),
        "change-consent": _("Change a consent"),
        "withdraw-consent": _("Take a consent back"),
        "consent-pdf": _("The client's own copy of a consent"),
        "summary": _("Summary on paper"),
        "paper-request": _("A paper that needs two"),
        "summary-pdf": _("A summary that was given"),
    },
)
