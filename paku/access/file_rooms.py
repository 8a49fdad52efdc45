"""The rooms of one client's file and the pages of each; named by address only (`paku` knows no client).

A page that is about one client is added here with the right that opens it; it then stands under its tab by itself.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from paku.access.roles import May


class Page(NamedTuple):
    """`name` of an address that takes the client's ref; `under`: pages shown as parts of this one."""

    name: str
    right: May
    label: Any
    under: tuple[str, ...] = ()

    def holds(self, name: str) -> bool:
        return name == self.name or name in self.under


class Room(NamedTuple):
    """A tab: it leads to the first of its pages that is open to the reader."""

    label: Any
    pages: tuple[Page, ...]


OF_DOCUMENTS = tuple(
    f"pathways:{deed}-{kind}"
    for kind in ("assessment", "plan", "review")
    for deed in ("new", "read", "edit", "follow", "drop", "official")
)
ROOMS = (
    Room(_("Overview"), (
        Page("pathways:client", May.READ_CLIENT, _("Overview")),
    )),
    Room(_("In own words"), (
        Page("clients:own-words", May.HEAR_CLIENT, _("In own words")),
        Page("clients:meaning", May.HEAR_MEANING, _("Meaning and faith"), under=("clients:meaning-readers",)),
    )),
    Room(_("Path"), (
        Page("pathways:client-path", May.READ_CLIENT, _("Path"), under=(
            "pathways:path", "pathways:visit", "pathways:official-visit", "pathways:tapering", "pathways:exit",
        )),
        Page("pathways:errands", May.READ_PLAN, _("Errands together"), under=(
            "pathways:new-errand", "pathways:errand-decision",
        )),
        Page("pathways:pair", May.READ_REPORTS, _("Pair work"), under=(
            "pathways:new-pair", "pathways:report", "pathways:answer-report", "pathways:new-guidance",
        )),
    )),
    Room(_("Plan"), (
        Page("pathways:plan", May.READ_PLAN, _("Assessments and plans"), under=OF_DOCUMENTS),
        Page("pathways:goals", May.READ_PLAN, _("Goals"), under=(
            "pathways:goal", "pathways:new-goal", "pathways:change-goal", "pathways:judge-goal",
            "pathways:close-goal",
        )),
        Page("pathways:dignity", May.READ_PLAN, _("Dignity"), under=("pathways:new-dignity",)),
        Page("pathways:measures", May.READ_PLAN, _("Measures"), under=(
            "pathways:new-measure", "pathways:new-other-measure",
        )),
        Page("pathways:quality", May.READ_PLAN, _("Quality list"), under=("pathways:new-quality",)),
        Page("pathways:categories", May.ASSESS_CATEGORIES, _("Arrangement"), under=("pathways:new-category-talk",)),
    )),
    Room(_("Network"), (
        Page("network:members", May.READ_NETWORK, _("Around the person"), under=(
            "network:contacts", "network:member-history",
        )),
        Page("network:map", May.READ_NETWORK, _("Network map"), under=("network:tie", "network:map-paper")),
        Page("pathways:own-worker", May.READ_NETWORK, _("One number"), under=(
            "pathways:new-substitute", "pathways:substitute", "pathways:new-handover", "pathways:card",
            "pathways:name-beside", "pathways:end-beside", "pathways:asked-naming",
        )),
        Page("network:meetings", May.READ_PLAN, _("Network meetings"), under=(
            "network:new-meeting", "network:meeting", "network:edit-meeting", "network:cancel-meeting",
            "network:write-memo", "network:correct-meeting", "network:meeting-papers", "network:meeting-batch",
        )),
        Page("network:coping", May.READ_NETWORK, _("Getting about and services"), under=(
            "network:mobility", "network:abilities",
        )),
        Page("network:here", May.READ_NETWORK, _("What is here")),
        Page("network:client-referrals", May.READ_NETWORK, _("Referrals"), under=(
            "network:new-referral", "network:referral", "network:send-referral", "network:answer-referral",
            "network:referral-step", "network:referral-meanwhile", "network:letter-answer", "network:letter-take-part",
            "network:letter-kela-meeting", "network:letter-kela-statement",
        )),
        Page("network:consents", May.READ_CONSENTS, _("Consents"), under=(
            "network:give-consent", "network:change-consent", "network:withdraw-consent", "network:withdrawal-told",
        )),
    )),
    Room(_("Papers"), (
        Page("network:summary", May.MAKE_PAPER, _("Summary on paper"), under=("network:paper-request",)),
        Page("network:given", May.LIST_GIVEN, _("Papers given"), under=("network:plain-paper",)),
        Page("clients:file-request", May.READ_CLIENT, _("Copy of the whole file"), under=(
            "clients:file-answer", "clients:file-decision",
        )),
    )),
    Room(_("Details"), (
        Page("clients:basics", May.EDIT_CLIENT, _("Basic data")),
        Page("clients:alerts", May.READ_CLIENT, _("Alerts"), under=(
            "clients:new-alert", "clients:renew-alert", "clients:end-alert",
        )),
        Page("clients:picture", May.EDIT_CLIENT, _("Picture")),
        Page("clients:names", May.EDIT_CLIENT, _("Names")),
        Page("clients:same-person", May.MERGE_CLIENTS, _("Same person?"), under=(
            "clients:merge", "clients:undo-merge",
        )),
        Page("clients:identity-code", May.READ_IDENTITY, _("Identity code"), under=("clients:edit-identity-code",)),
        Page("clients:representatives", May.READ_CLIENT, _("Representatives"), under=(
            "clients:new-representative", "clients:end-representative",
        )),
        Page("clients:exclusions", May.READ_EXCLUSIONS, _("Who is shut out")),
        Page("pathways:hold", May.RETAIN, _("Hold on a file")),
    )),
)  # fmt: skip
