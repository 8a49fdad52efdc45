"""Addresses of who works together in an area."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from network.views import area_networks
from paku.audit.words import name_pages

urlpatterns = [
    path("network/areas/", area_networks.area_networks, name="area-networks"),
    path("network/areas/new/", area_networks.new_area_network, name="new-area-network"),
    path("network/areas/<uuid:ref>/", area_networks.area_network, name="area-network"),
    path(
        "network/areas/<uuid:ref>/edit/", area_networks.edit_area_network, name="edit-area-network"
    ),
]

name_pages(
    "network",
    {
        "area-networks": _("Who works together where"),
        "new-area-network": _("A new area network"),
        "area-network": _("An area network"),
        "edit-area-network": _("Change an area network"),
    },
)
