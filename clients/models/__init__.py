"""The person, their words, their contact points, and who is responsible."""

from clients.models.assignment import Assignment, Substitute
from clients.models.care import CareRelationship, OwnWorkerPeriod
from clients.models.client import Client
from clients.models.contact import ContactPoint
from clients.models.own_words import OwnWords
from clients.models.place import Municipality, Village

__all__ = [
    "Assignment",
    "CareRelationship",
    "Client",
    "ContactPoint",
    "Municipality",
    "OwnWords",
    "OwnWorkerPeriod",
    "Substitute",
    "Village",
]
