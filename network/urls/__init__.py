"""Addresses of the network room, a file for each noun."""

from network.urls import (
    area_networks,
    consents,
    directory,
    directory_imports,
    feedback,
    here,
    maps,
    meetings,
    members,
    papers,
    referrals,
)

app_name = "network"
urlpatterns = [
    *area_networks.urlpatterns,
    *consents.urlpatterns,
    *directory.urlpatterns,
    *here.urlpatterns,
    *directory_imports.urlpatterns,
    *feedback.urlpatterns,
    *maps.urlpatterns,
    *meetings.urlpatterns,
    *members.urlpatterns,
    *papers.urlpatterns,
    *referrals.urlpatterns,
]
