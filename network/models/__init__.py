"""Organisations and services, the members of a person's network, what is agreed, what was disclosed."""

from network.models.contact_person import ContactPerson
from network.models.disclosure import Disclosure
from network.models.member import Member
from network.models.organisation import Organisation
from network.models.paper_request import PaperRequest
from network.models.pop_up_day import PopUpDay
from network.models.service import Service
from network.models.step import Step

__all__ = [
    "ContactPerson",
    "Disclosure",
    "Member",
    "Organisation",
    "PaperRequest",
    "PopUpDay",
    "Service",
    "Step",
]
