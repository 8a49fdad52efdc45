"""Addresses of one person, one number: own worker, substitutes, card, handover."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from paku.audit.words import name_pages
from pathways.views import away, card, handover_batch, handovers, own_worker

urlpatterns = [
    path("clients/<uuid:ref>/own-worker/", own_worker.own_worker, name="own-worker"),
    path(
        "clients/<uuid:ref>/own-worker/substitutes/new/",
        own_worker.new_substitute,
        name="new-substitute",
    ),
    path(
        "clients/<uuid:ref>/own-worker/substitutes/<uuid:substitute>/",
        own_worker.substitute,
        name="substitute",
    ),
    path("clients/<uuid:ref>/card/", card.card_page, name="card"),
    path("clients/<uuid:ref>/card.pdf", card.card_pdf, name="card-pdf"),
    path("clients/<uuid:ref>/handover/", handovers.new_handover, name="new-handover"),
    path("handovers/", handovers.handovers, name="handovers"),
    path("handovers/<uuid:ref>/", handovers.handover, name="handover"),
    path("substitutes/", away.away, name="away"),
    path("caseload/workers/<uuid:ref>/leaves/", handover_batch.worker_leaves, name="worker-leaves"),
]

name_pages(
    "pathways",
    {
        "own-worker": _("One person, one number"),
        "new-substitute": _("Name a substitute"),
        "substitute": _("Days of a substitute"),
        "card": _("Card for the person"),
        "card-pdf": _("Card for the person"),
        "new-handover": _("Hand over"),
        "handovers": _("Handovers"),
        "handover": _("Handover"),
        "away": _("Who stands in for me?"),
        "worker-leaves": _("A worker leaves"),
    },
)
