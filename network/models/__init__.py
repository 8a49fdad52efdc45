"""Organisations and services, the members of a person's network, what is agreed, what was disclosed."""

from network.models.consent import Consent
from network.models.contact_person import ContactPerson
from network.models.disclosure import Disclosure
from network.models.e_service import EServiceAbility
from network.models.member import Member
from network.models.mobility import Mobility
from network.models.organisation import Organisation
from network.models.paper_request import PaperRequest
from network.models.pop_up_day import PopUpDay
from network.models.service import Service
from network.models.step import Step

__all__ = [
    "Consent",
    "ContactPerson",
    "Disclosure",
    "EServiceAbility",
    "Member",
    "Mobility",
    "Organisation",
    "PaperRequest",
    "PopUpDay",
    "Service",
    "Step",
]
