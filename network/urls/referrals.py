"""Addresses of referrals and of letters."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from network.views import letters, referral_sheets, referrals
from paku.audit.words import name_pages

urlpatterns = [
    path("referrals/", referrals.loops, name="referrals"),
    path("clients/<uuid:ref>/referrals/", referrals.of_client, name="client-referrals"),
    path("clients/<uuid:ref>/referrals/new/", referral_sheets.new, name="new-referral"),
    path("referrals/<uuid:ref>/", referrals.referral, name="referral"),
    path("referrals/<uuid:ref>/send/", referral_sheets.send, name="send-referral"),
    path("referrals/<uuid:ref>/answer/", referral_sheets.answer, name="answer-referral"),
    path("referrals/<uuid:ref>/step/", referral_sheets.new_step, name="referral-step"),
    path("referrals/<uuid:ref>/meanwhile/", referral_sheets.meanwhile, name="referral-meanwhile"),
    path("referrals/<uuid:ref>/confirm/", referral_sheets.confirm, name="confirm-referral"),
    path("referrals/<uuid:ref>/letter/", letters.ask_for_answer, name="letter-answer"),
    path("clients/<uuid:ref>/letters/take-part/", letters.take_part, name="letter-take-part"),
    path("clients/<uuid:ref>/letters/kela-meeting/", letters.kela_meeting, name="letter-kela-meeting"),
    path(
        "clients/<uuid:ref>/letters/kela-statement/",
        letters.kela_statement,
        name="letter-kela-statement",
    ),
]  # fmt: skip

name_pages(
    "network",
    {
        "referrals": _("Open loops"),
        "client-referrals": _("Referrals"),
        "new-referral": _("New referral"),
        "referral": _("A referral"),
        "send-referral": _("Send a referral"),
        "answer-referral": _("What was heard of a referral"),
        "referral-step": _("A new step after a refusal"),
        "referral-meanwhile": _("What carries meanwhile"),
        "confirm-referral": _("The person says that they got in"),
        "letter-answer": _("A letter that asks for an answer"),
        "letter-take-part": _("A letter that asks to take part"),
        "letter-kela-meeting": _("A letter about a joint meeting with Kela"),
        "letter-kela-statement": _("A statement to Kela"),
    },
)
