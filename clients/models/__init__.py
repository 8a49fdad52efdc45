"""The person, their words, their contact points, and who is responsible."""

from clients.models.advice import Advice
from clients.models.alert import Alert
from clients.models.assignment import Assignment, Substitute
from clients.models.break_glass import BreakGlass
from clients.models.care import CareRelationship, OwnWorkerPeriod
from clients.models.client import Client
from clients.models.contact import ContactPoint, ProtectedPlace
from clients.models.exclusion import Exclusion
from clients.models.identity_code import IdentityCode
from clients.models.likeness import NotSame
from clients.models.log_request import LogRequest
from clients.models.meaning import Meaning
from clients.models.merge import Merge, MergedRow
from clients.models.name import ClientName
from clients.models.own_words import OwnWords
from clients.models.picture import Picture
from clients.models.place import Municipality, Village
from clients.models.representative import Representative
from clients.models.restriction import Admission, Restriction
from clients.models.stand_in import StandIn
from clients.models.subject_file import SubjectFile
from clients.models.subject_request import SubjectRequest

__all__ = [
    "Admission",
    "Advice",
    "Alert",
    "Assignment",
    "BreakGlass",
    "CareRelationship",
    "Client",
    "ClientName",
    "ContactPoint",
    "Exclusion",
    "IdentityCode",
    "LogRequest",
    "Meaning",
    "Merge",
    "MergedRow",
    "Municipality",
    "NotSame",
    "OwnWords",
    "OwnWorkerPeriod",
    "Picture",
    "ProtectedPlace",
    "Representative",
    "Restriction",
    "StandIn",
    "SubjectFile",
    "SubjectRequest",
    "Substitute",
    "Village",
]
