"""Addresses of errands together."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from pathways.views import errand_corrections, errands

urlpatterns = [
    path("clients/<uuid:ref>/errands/", errands.errands, name="errands"),
    path("paths/<uuid:ref>/errands/new/", errands.new_errand, name="new-errand"),
    path("errands/<uuid:ref>/decision/", errands.decision, name="errand-decision"),
    path("errands/<uuid:ref>/correct/", errand_corrections.correct, name="correct-errand"),
    path("errands/<uuid:ref>/mistake/", errand_corrections.mistake, name="errand-mistake"),
]

name_pages(
    "pathways",
    {
        "errands": _("Errands together"),
        "new-errand": _("Write down an errand"),
        "errand-decision": _("A decision came"),
        "correct-errand": _("Correct an errand"),
        "errand-mistake": _("An errand written to the wrong person"),
    },
)
