"""Addresses of who is around a person."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from network.views import contacts, coping, members
from paku.audit.words import name_pages

urlpatterns = [
    path("clients/<uuid:ref>/network/", members.members, name="members"),
    path("clients/<uuid:ref>/network/add/", members.add, name="add-member"),
    path("clients/<uuid:ref>/network/<uuid:member>/", members.edit, name="edit-member"),
    path("clients/<uuid:ref>/network/<uuid:member>/end/", members.end, name="end-member"),
    path("clients/<uuid:ref>/contacts/", contacts.contacts, name="contacts"),
    path("clients/<uuid:ref>/coping/", coping.coping, name="coping"),
    path("clients/<uuid:ref>/coping/mobility/", coping.mobility, name="mobility"),
    path("clients/<uuid:ref>/coping/services/", coping.abilities, name="abilities"),
]

name_pages(
    "network",
    {
        "members": _("Around the person"),
        "add-member": _("Add a member"),
        "edit-member": _("Edit a member"),
        "end-member": _("End a membership"),
        "contacts": _("Contact data"),
        "coping": _("Getting about and services"),
        "mobility": _("How the person gets about"),
        "abilities": _("Services on the net"),
    },
)
