"""Addresses of the directory."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from network.views import directory
from paku.audit.words import name_pages

urlpatterns = [
    path("network/", directory.directory, name="directory"),
]

name_pages(
    "network",
    {
        "directory": _("Services of the area"),
    },
)
