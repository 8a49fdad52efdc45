"""What the tests of getting about and of distances say again and again."""

from django.urls import reverse

from clients.models import Client, Municipality
from network.models import Service
from tests.factories import OrganisationFactory


def address(name, path):
    return reverse(f"network:{name}", args=[path.client.ref])


def service(name, *places, **fields):
    made = Service.objects.create(organisation=OrganisationFactory(), name=name, **fields)
    for place in Municipality.objects.filter(name__in=places):
        made.presences.create(municipality=place)
    return made


def lives_in(path, name):
    place = Municipality.objects.get(name=name)
    Client.objects.filter(pk=path.client.pk).update(municipality=place, village=None)
    return place
