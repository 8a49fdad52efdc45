"""Addresses of the talks about how support is arranged."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from pathways.views import categories

urlpatterns = [
    path("clients/<uuid:ref>/categories/", categories.categories, name="categories"),
    path("paths/<uuid:ref>/categories/new/", categories.new_talk, name="new-category-talk"),
    path("caseload/categories/", categories.moves, name="category-moves"),
]

name_pages(
    "pathways",
    {
        "categories": _("Arrangement of support"),
        "new-category-talk": _("Talk about the arrangement of support"),
        "category-moves": _("How the arrangement of support has changed"),
    },
)
