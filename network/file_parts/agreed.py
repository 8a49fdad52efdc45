"""What was agreed and given, in a person's whole file. Close persons stand in it by name, role and tasks only."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from network.ledger import titles
from network.papers.grounds import of_row
from paku.printing.whole_file import Rows, not_in_the_file, part_of_the_file


def _topics(consent: Any) -> str:
    return titles(consent.topics)


def _sections(told: Any) -> str:
    return titles(told.sections)


def _to_whom(consent: Any) -> str:
    return str(consent.to_whom)


def _serial(disclosure: Any) -> str:
    return str(disclosure.paper.serial)


def _told_whom(told: Any) -> str:
    return str(told.disclosure.recipient)


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
    "referrals",
    _("Where I have been referred"),
    order=75,
    rows=[
        Rows(
            "network.Referral",
            tells=[("made_on", _("day")), ("to_whom", _("to whom"), _to_whom), "asked",
                   ("state", _("how it has gone")), ("carried_by", _("carried by")),
                   ("ground", _("by what right")), ("sent_on", _("sent on")), ("sent_how", _("how")),
                   ("expected_on", _("expected on")), ("started_on", _("started on")), "is_accompanied",
                   ("confirmed_on", _("I said that I got in")), "meanwhile", ("closed_on", _("closed on"))],
            leaves=["organisation", "service", "consent", "since", "by", "at", "new_step", "meanwhile_step"],
            heads=["made_on"],
        ),
        Rows(
            "network.ReferralEvent",
            of="referral__client",
            title=_("How it has gone"),
            tells=[("on", _("day")), ("kind", _("what happened")), ("words", _("in words")),
                   ("who", _("heard from")), ("how", _("how")),
                   ("expected_on", _("expected on")), ("by", _("written by"))],
            leaves=["referral", "ground", "consent", "is_accompanied", "step", "at"],
            heads=["on"],
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
            tells=["at", ("recipient", _("to whom")), ("purpose", _("for what")),
                   ("grounds", _("by what right"), of_row),
                   ("sections", _("what was told"), _sections), ("serial", _("number of the paper"), _serial),
                   ("by", _("given by")), ("agreed_by", _("agreed by"))],
            leaves=["member", "organisation", "meeting", "paper", "ground", "consent_given_on", "referral",
                    "names_hidden"],
            within=["network.Disclosure_consents"],
            heads=["at", "recipient"],
            related=["paper"],
        ),
        Rows(
            "network.WithdrawalTold",
            of="disclosure__client",
            title=_("Who was told that I took a consent back"),
            tells=["told_on", ("recipient", _("to whom"), _told_whom), ("how", _("how")), ("by", _("told by"))],
            leaves=["consent", "disclosure", "at"],
            heads=["told_on", "recipient"],
            related=["disclosure"],
        ),
        Rows(
            "network.PaperRequest",
            title=_("Papers that were to be given by two"),
            tells=[("on", _("day")), ("recipient", _("to whom")), ("purpose", _("for what")),
                   ("grounds", _("by what right"), of_row),
                   ("sections", _("what was to be told"), _sections), ("outcome", _("what became of it"))],
            leaves=["member", "kind", "words", "referral", "ground", "consent_given_on", "language",
                    "fingerprint", "asked_by", "asked_at", "until", "decided_by", "decided_at", "reason", "disclosure"],
            heads=["on", "recipient"],
        ),
    ],
)  # fmt: skip

not_in_the_file(
    "network.Organisation", "network.ContactPerson", "network.Service", "network.Service_municipalities",
    "network.Presence", "network.PopUpDay", "network.PopUpSeries", "network.AreaNetwork", "network.AreaNetwork_members",
    "network.DirectoryChange", "network.DirectoryImport", "network.ExternalRef",
    why=_("It tells of no client."),
)  # fmt: skip
not_in_the_file(
    "network.FeedbackQuestion", "network.PartnerFeedback", "network.FeedbackAnswer", "network.FeedbackBefore",
    why=_("It tells of no client."),
)  # fmt: skip
