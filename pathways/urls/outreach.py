"""Addresses of outreach."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from pathways.views import outreach, outreach_contacts, outreach_joining

urlpatterns = [
    path("outreach/", outreach.outreach, name="outreach"),
    path("outreach/new/", outreach.new_entry, name="new-outreach-entry"),
    path("outreach/entries/<uuid:ref>/", outreach.correct_entry, name="outreach-entry"),
    path("outreach/contacts/new/", outreach_contacts.new_contact, name="new-contact"),
    path("outreach/contacts/<uuid:ref>/", outreach_contacts.contact, name="contact"),
    path("outreach/contacts/<uuid:ref>/edit/", outreach_contacts.edit, name="edit-contact"),
    path("outreach/contacts/<uuid:ref>/client/", outreach_joining.client, name="contact-client"),
    path("outreach/contacts/<uuid:ref>/delete/", outreach_joining.delete, name="delete-contact"),
]

name_pages(
    "pathways",
    {
        "outreach": _("Outreach"),
        "new-outreach-entry": _("A new entry in the diary"),
        "outreach-entry": _("Correct an entry of the diary"),
        "new-contact": _("Somebody met"),
        "contact": _("Contact of outreach"),
        "edit-contact": _("Change a contact"),
        "contact-client": _("From contact to client"),
        "delete-contact": _("Delete a contact"),
    },
)
