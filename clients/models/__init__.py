"""The person, their words, their contact points, and who is responsible."""

from clients.models.assignment import Assignment, Substitute
from clients.models.break_glass import BreakGlass
from clients.models.care import CareRelationship, OwnWorkerPeriod
from clients.models.client import Client
from clients.models.contact import ContactPoint, ProtectedPlace
from clients.models.exclusion import Exclusion
from clients.models.log_request import LogRequest
from clients.models.own_words import OwnWords
from clients.models.place import Municipality, Village
from clients.models.restriction import Admission, Restriction
from clients.models.stand_in import StandIn

__all__ = [
    "Admission",
    "Assignment",
    "BreakGlass",
    "CareRelationship",
    "Client",
    "ContactPoint",
    "Exclusion",
    "LogRequest",
    "Municipality",
    "OwnWords",
    "OwnWorkerPeriod",
    "ProtectedPlace",
    "Restriction",
    "StandIn",
    "Substitute",
    "Village",
]
