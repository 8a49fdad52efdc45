"""Stating a reason for a colleague's client's file, and who was told."""

from django.db.models import F

from paku.reminders.models import Delivery

WHY = {"reason": "absence", "why": "Outi on sairaana"}


def file_of(path):
    return f"/clients/{path.client.ref}/"


def door_of(path):
    return f"{file_of(path)}stand-in/"


def earlier(back):
    return {"began_at": F("began_at") - back, "ends_at": F("ends_at") - back}


def told(kind="stand_in"):
    return set(Delivery.objects.filter(kind=kind).values_list("to", flat=True))
