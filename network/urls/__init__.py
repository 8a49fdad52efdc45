"""Addresses of the network room, a file for each noun."""

from network.urls import consents, directory, members, papers

app_name = "network"
urlpatterns = [
    *consents.urlpatterns,
    *directory.urlpatterns,
    *members.urlpatterns,
    *papers.urlpatterns,
]
