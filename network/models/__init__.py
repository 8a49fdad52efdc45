"""Organisations and services, the members of a person's network, what is agreed, what was disclosed."""

from network.models.area_network import AreaNetwork
from network.models.consent import Consent
from network.models.contact_person import ContactPerson
from network.models.directory_change import DirectoryChange
from network.models.directory_import import DirectoryImport
from network.models.disclosure import Disclosure
from network.models.e_service import EServiceAbility
from network.models.external_ref import ExternalRef
from network.models.meeting import Meeting
from network.models.meeting_parts import (
    MeetingCorrection,
    MeetingDecision,
    MeetingParty,
)
from network.models.member import Member
from network.models.member_told import MemberTold
from network.models.mobility import Mobility
from network.models.organisation import Organisation
from network.models.paper_batch import PaperBatch, PaperLine
from network.models.paper_request import PaperRequest
from network.models.partner_feedback import (
    FeedbackAnswer,
    FeedbackBefore,
    FeedbackQuestion,
    PartnerFeedback,
)
from network.models.pop_up_day import PopUpDay
from network.models.pop_up_series import PopUpSeries
from network.models.presence import Presence
from network.models.referral import Referral
from network.models.referral_event import ReferralEvent
from network.models.service import Service
from network.models.step import Step
from network.models.tie import Talk, Tie
from network.models.withdrawal_told import WithdrawalTold

__all__ = [
    "AreaNetwork",
    "Consent",
    "ContactPerson",
    "DirectoryChange",
    "DirectoryImport",
    "Disclosure",
    "EServiceAbility",
    "ExternalRef",
    "FeedbackAnswer",
    "FeedbackBefore",
    "FeedbackQuestion",
    "Meeting",
    "MeetingCorrection",
    "MeetingDecision",
    "MeetingParty",
    "Member",
    "MemberTold",
    "Mobility",
    "Organisation",
    "PaperBatch",
    "PaperLine",
    "PaperRequest",
    "PartnerFeedback",
    "PopUpDay",
    "PopUpSeries",
    "Presence",
    "Referral",
    "ReferralEvent",
    "Service",
    "Step",
    "Talk",
    "Tie",
    "WithdrawalTold",
]
