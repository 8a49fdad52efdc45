"""What of this room belongs to a person's whole file. Close persons stand in it by name, role and tasks only."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from network.ledger import titles
from paku.printing.whole_file import Rows, not_in_the_file, part_of_the_file


def _topics(consent: Any) -> str:
    return titles(consent.topics)


def _sections(told: Any) -> str:
    return titles(told.sections)


def _to_whom(consent: Any) -> str:
    return str(consent.to_whom)


def _serial(disclosure: Any) -> str:
    return str(disclosure.paper.serial)


part_of_the_file(
    "steps",
    _("What we have agreed"),
    order=60,
    rows=[
        Rows(
            "network.Step",
            tells=["what", ("doer", _("who does it")), "due_on", ("agreed_on", _("agreed on")),
                   ("agreed_by", _("agreed with")), ("done_on", _("done on")), "outcome"],
            leaves=["done_by"],
            heads=["what"],
        ),
    ],
)  # fmt: skip

part_of_the_file(
    "network",
    _("Who is around me"),
    order=70,
    about=_("Of relatives and friends only the name, the role and the tasks: other data about them are theirs."),
    rows=[
        Rows(
            "network.Member",
            tells=["name", "kind", "role", "tasks", ("organisation", _("organisation")), "since", "until"],
            leaves=["user", "phone", "may_contact", "contact_asked_on"],
            heads=["name"],
        ),
        Rows(
            "network.Mobility",
            title=_("How I get about"),
            tells=[("ways", _("ways to get about")), "words", "told_on", "heard_by"],
            heads=["told_on"],
        ),
        Rows(
            "network.EServiceAbility",
            title=_("How I cope with services on the net"),
            tells=[("common", _("service")), ("service", _("service")), ("ability", _("how it goes")), "helper",
                   "told_on", "heard_by"],
        ),
    ],
)  # fmt: skip

part_of_the_file(
    "consents",
    _("What I have allowed and forbidden"),
    order=80,
    rows=[
        Rows(
            "network.Consent",
            tells=["kind", ("to_whom", _("to whom"), _to_whom), ("topics", _("what may be told"), _topics), "words",
                   ("scope", _("what it covers")), "purpose", "how", "given_on", "valid_until", "explained_by",
                   "withdrawn_on", ("withdrawn_how", _("how it was taken back")), "withdrawn_why",
                   ("by", _("written by")), "at"],
            leaves=["thread", "replaces", "member", "organisation", "group"],
            within=["network.Consent_group_members"],
            heads=["kind", "given_on"],
            related=["group_members"],
        ),
    ],
)  # fmt: skip

part_of_the_file(
    "disclosures",
    _("What has been told outside, and to whom"),
    order=90,
    rows=[
        Rows(
            "network.Disclosure",
            tells=["at", ("recipient", _("to whom")), ("purpose", _("for what")), ("ground", _("by what right")),
                   ("sections", _("what was told"), _sections), ("serial", _("number of the paper"), _serial),
                   ("by", _("given by")), ("agreed_by", _("agreed by"))],
            leaves=["member", "paper", "consent_given_on"],
            within=["network.Disclosure_consents"],
            heads=["at", "recipient"],
            related=["paper"],
        ),
        Rows(
            "network.PaperRequest",
            title=_("Papers that were to be given by two"),
            tells=[("on", _("day")), ("recipient", _("to whom")), ("purpose", _("for what")),
                   ("sections", _("what was to be told"), _sections), ("outcome", _("what became of it"))],
            leaves=["member", "ground", "consent_given_on", "language", "fingerprint", "asked_by", "asked_at",
                    "until", "decided_by", "decided_at", "reason", "disclosure"],
            heads=["on", "recipient"],
        ),
    ],
)  # fmt: skip

not_in_the_file(
    "network.Organisation", "network.ContactPerson", "network.Service", "network.Service_municipalities",
    "network.Service_met_in", "network.PopUpDay",
    why=_("It tells of no client."),
)  # fmt: skip
