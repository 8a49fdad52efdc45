"""Addresses of the directory."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from network.views import directory, directory_changes, directory_endings, pop_up_days, presences
from paku.audit.words import name_pages

urlpatterns = [
    path("network/", directory.directory, name="directory"),
    path("network/new/", directory_changes.new_organisation, name="new-organisation"),
    path("network/changes/", directory_changes.changes, name="directory-changes"),
    path("network/changes/<uuid:ref>/", directory_changes.change, name="directory-change"),
    path("network/pop-up.ics", directory.pop_up_calendar, name="pop-up-calendar"),
    path("network/days/<uuid:ref>/", pop_up_days.day, name="pop-up-day"),
    path("network/series/<uuid:ref>/", pop_up_days.series, name="pop-up-series"),
    path("network/places/<uuid:ref>/", presences.presence, name="presence"),
    path("network/places/<uuid:ref>/end/", presences.end_presence, name="end-presence"),
    path("network/<uuid:ref>/", directory.entry, name="entry"),
    path("network/<uuid:ref>/edit/", directory_changes.edit, name="edit-entry"),
    path("network/<uuid:ref>/end/", directory_endings.end_entry, name="end-entry"),
    path("network/<uuid:ref>/reopen/", directory_endings.reopen_entry, name="reopen-entry"),
    path("network/<uuid:ref>/services/new/", directory_changes.new_service, name="new-service"),
    path(
        "network/<uuid:ref>/persons/new/",
        directory_changes.new_contact_person,
        name="new-contact-person",
    ),
    path("network/<uuid:ref>/places/new/", presences.new_presence, name="new-presence"),
    path("network/<uuid:ref>/days/new/", pop_up_days.new_days, name="new-days"),
]

name_pages(
    "network",
    {
        "directory": _("Services of the area"),
        "new-organisation": _("A new organisation in the directory"),
        "directory-changes": _("Changes in the directory"),
        "directory-change": _("A change in the directory"),
        "pop-up-calendar": _("Calendar of pop-up days"),
        "pop-up-day": _("A pop-up day"),
        "pop-up-series": _("A series of pop-up days"),
        "presence": _("Where a service is met"),
        "end-presence": _("A service is not met there any more"),
        "entry": _("An organisation or a service"),
        "edit-entry": _("Ask for a change in the directory"),
        "end-entry": _("Ask for the end of an organisation or a service"),
        "reopen-entry": _("Ask for an organisation or a service to be there again"),
        "new-service": _("A new service in the directory"),
        "new-contact-person": _("A new contact person in the directory"),
        "new-presence": _("A new place of a service"),
        "new-days": _("New pop-up days"),
    },
)
