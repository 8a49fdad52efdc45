"""Addresses of consents."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from network.views import consent_papers, consents, withdrawals
from paku.audit.words import name_pages

urlpatterns = [
    path("clients/<uuid:ref>/consents/", consents.consents, name="consents"),
    path("clients/<uuid:ref>/consents/give/", consents.give, name="give-consent"),
    path(
        "clients/<uuid:ref>/consents/<uuid:consent>/change/",
        consents.change,
        name="change-consent",
    ),
    path(
        "clients/<uuid:ref>/consents/<uuid:consent>/withdraw/",
        consents.withdraw,
        name="withdraw-consent",
    ),
    path(
        "clients/<uuid:ref>/consents/<uuid:consent>/told/<uuid:given>/",
        withdrawals.told,
        name="withdrawal-told",
    ),
    path(
        "clients/<uuid:ref>/consents/<uuid:consent>/copy.pdf",
        consent_papers.consent_pdf,
        name="consent-pdf",
    ),
]

name_pages(
    "network",
    {
        "consents": _("Consents"),
        "give-consent": _("Write down a consent"),
        "change-consent": _("Change a consent"),
        "withdraw-consent": _("Take a consent back"),
        "withdrawal-told": _("Who was told that a consent was taken back"),
        "consent-pdf": _("The client's own copy of a consent"),
    },
)
