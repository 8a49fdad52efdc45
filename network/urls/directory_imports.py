"""Addresses of files for the directory."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from network.views import directory_imports
from paku.audit.words import name_pages

urlpatterns = [
    path("network/import/", directory_imports.imports, name="directory-imports"),
    path("network/import/template.csv", directory_imports.template, name="import-template"),
    path("network/import/<uuid:ref>/", directory_imports.directory_import, name="directory-import"),
    path("network/import/<uuid:ref>/aside/", directory_imports.put_aside, name="put-import-aside"),
]

name_pages(
    "network",
    {
        "directory-imports": _("Files for the directory"),
        "import-template": _("Template of a file for the directory"),
        "directory-import": _("A file for the directory"),
        "put-import-aside": _("Put a file for the directory aside"),
    },
)
