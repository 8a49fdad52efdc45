"""The person, their words, their contact points, and who is responsible."""

from clients.models.assignment import Assignment, Substitute
from clients.models.care import CareRelationship, OwnWorkerPeriod
from clients.models.client import Client
from clients.models.contact import ContactPoint
from clients.models.exclusion import Admission, Exclusion
from clients.models.own_words import OwnWords
from clients.models.place import Municipality, Village
from clients.models.stand_in import BreakGlass, StandIn

__all__ = [
    "Admission",
    "Assignment",
    "BreakGlass",
    "CareRelationship",
    "Client",
    "ContactPoint",
    "Exclusion",
    "Municipality",
    "OwnWords",
    "OwnWorkerPeriod",
    "StandIn",
    "Substitute",
    "Village",
]
