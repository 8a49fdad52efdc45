"""Addresses of the network room."""

from django.urls import path

from network.views import directory, members, papers

app_name = "network"
urlpatterns = [
    path("network/", directory.directory, name="directory"),
    path("clients/<uuid:ref>/network/", members.members, name="members"),
    path("clients/<uuid:ref>/network/add/", members.add, name="add-member"),
    path("clients/<uuid:ref>/network/<uuid:member>/", members.edit, name="edit-member"),
    path("clients/<uuid:ref>/network/<uuid:member>/end/", members.end, name="end-member"),
    path("clients/<uuid:ref>/summary/", papers.summary, name="summary"),
    path("clients/<uuid:ref>/summary.pdf", papers.summary_pdf, name="summary-pdf"),
]
