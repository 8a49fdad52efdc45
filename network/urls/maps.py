"""Addresses of the network map."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from network.views import map_papers, maps
from paku.audit.words import name_pages

urlpatterns = [
    path("clients/<uuid:ref>/network/map/", maps.network_map, name="map"),
    path("clients/<uuid:ref>/network/map/paper/", map_papers.paper, name="map-paper"),
    path("clients/<uuid:ref>/network/map.pdf", map_papers.pdf, name="map-pdf"),
    path("clients/<uuid:ref>/network/history/", maps.history, name="member-history"),
    path("clients/<uuid:ref>/network/<uuid:member>/tie/", maps.tie, name="tie"),
]

name_pages(
    "network",
    {
        "map": _("Network map"),
        "map-paper": _("Network map on paper"),
        "map-pdf": _("Network map on paper"),
        "member-history": _("Who came and who went"),
        "tie": _("A place on the network map"),
    },
)
