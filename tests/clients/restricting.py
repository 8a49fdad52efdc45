"""Restricted files as the tests make and look at them."""

from django.urls import reverse

from clients.models import Admission
from tests.desk import Desk


def page_of(client):
    return reverse("clients:restriction", args=[client.ref])


def file_of(client):
    return reverse("pathways:client", args=[client.ref])


def named(client):
    return {admission.user for admission in Admission.objects.filter(client=client)}


def restricted(path, desk):
    desk.send(page_of(path.client), {})
    path.client.refresh_from_db()
    return path


def sees(user, client):
    listed = client.last_name in Desk().sit(user).get("/clients/?who=team").content.decode()
    return listed, Desk().sit(user).get(file_of(client)).status_code
