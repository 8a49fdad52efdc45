"""A client with turvakielto, and every word that could tell where they are."""

from __future__ import annotations

import re

from django.urls import reverse

from clients.actions.basics import Reach, edit_basics
from clients.models import Client, ContactPoint, Municipality
from tests.factories import MemberFactory, today

NUMBER, STREET, CLOSE_NUMBER = "+358409998877", "Piilopolku 7", "+358501112233"
VILLAGE = "Kätköniemi"
SAID = ("040 999 8877", "9998877", STREET, "050 111 2233", "1112233", VILLAGE)


def tells(answer) -> list[str]:
    """Which of the protected words an answer holds, however it writes its spaces. A form may offer every village of
    the area to choose from: that tells of nobody, unless one is chosen."""
    text = answer.content.decode(errors="replace").replace("\xa0", " ").replace("&nbsp;", " ")
    text = re.sub(r"<option(?![^>]*\bselected)[^>]*>.*?</option>", "", text, flags=re.DOTALL)
    return [word for word in SAID if word in text or word.replace(" ", "") in text]


def guard(path, *, by):
    """The path's client gets an address, a number, a village and a sister at home; then turvakielto."""
    client = path.client
    village = Municipality.objects.get(name="Pihtipudas").villages.create(name=VILLAGE)
    ContactPoint.objects.create(client=client, kind="phone", value=NUMBER)
    ContactPoint.objects.create(client=client, kind="address", value=STREET, note="takaovi")
    Client.objects.filter(pk=client.pk).update(village=village, municipality=village.municipality)
    sister = MemberFactory(
        client=client, kind="close", name="Sisko", role="sisar", phone=CLOSE_NUMBER
    )
    client.refresh_from_db()
    edit_basics(
        client=client,
        seen_version=client.version,
        contacts=None,
        by=by,
        on=today(),
        is_protected=True,
    )
    client.refresh_from_db()
    return sister


def click_of(client) -> str:
    return reverse("network:contacts", args=[client.ref])


def reaches(client):
    return [Reach.of(point) for point in client.contact_points.all()]
