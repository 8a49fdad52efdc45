"""Addresses of the network room."""

from django.urls import path

from network.views import directory, papers

app_name = "network"
urlpatterns = [
    path("network/", directory.directory, name="directory"),
    path("clients/<uuid:ref>/summary/", papers.summary, name="summary"),
    path("clients/<uuid:ref>/summary.pdf", papers.summary_pdf, name="summary-pdf"),
]
