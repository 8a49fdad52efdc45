"""What the tests of emergencies say again and again."""

from datetime import date, timedelta

from django.db.models import F

from clients.models import BreakGlass
from paku.access.roles import Role
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import CareFactory, ClientFactory, worker

GLASS, REVIEWS = "/break-glass/", "/break-glass/reviews/"
WHY = "Soitti itkien ja katkaisi puhelun"


def somebody(**fields):
    """An open care relationship of another team, of Aino Esimerkki born 5.3.1980."""
    return CareFactory(
        client=ClientFactory(
            first_names="Aino Maria", last_name="Esimerkki", born_on=date(1980, 3, 5), **fields
        )
    )


def sheet(**fields):
    """The form as a stranger fills it in for her."""
    aino = {"last_name": "Esimerkki", "called": "Aino", "born_on": "5.3.1980"}
    return {**aino, "reason": "life", "why": WHY, **fields}


def outsider(role=Role.INSTRUCTOR, **fields):
    """A worker of another team at their desk."""
    return fresh(worker(role, **fields))


def fresh(user):
    """At their desk, having just shown who they are."""
    return Desk().sit(user).shows("webauthn", "password")


def review_of(begun):
    return f"{REVIEWS}{begun.ref}/"


def deeds(*names):
    return [entry.deed for entry in Entry.objects.filter(deed__in=names).order_by("at", "id")]


def hours_later(hours):
    """As if the emergencies had begun that much earlier."""
    back = timedelta(hours=hours)
    BreakGlass.objects.update(began_at=F("began_at") - back, ends_at=F("ends_at") - back)


def file_of(care):
    return f"/clients/{care.client.ref}/"
