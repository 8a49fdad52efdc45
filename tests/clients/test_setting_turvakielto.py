"""Turvakielto is set and taken off on the basic data, by those who may, and by nobody unawares."""

import pytest

from clients.models import Client, Municipality, ProtectedPlace
from paku.audit.models import Entry
from tests.clients.basics import page_of, sheet
from tests.clients.guarded import NUMBER, guard, reaches, tells
from tests.clients.standings import own, student
from tests.desk import Desk

pytestmark = pytest.mark.django_db


def guardable(path):
    pihtipudas = Municipality.objects.get(name="Pihtipudas")
    path.client.contact_points.create(kind="phone", value=NUMBER)
    Client.objects.filter(pk=path.client.pk).update(municipality=pihtipudas)
    return pihtipudas


def test_turvakielto_is_set_and_taken_off_on_the_basic_data_with_entries(path, desk):
    pihtipudas = guardable(path)
    desk.send(page_of(path), sheet(desk, path, is_protected="on"))

    client = Client.objects.get(pk=path.client.pk)
    assert (client.is_protected, client.municipality) == (True, None)
    assert ProtectedPlace.objects.get(client=client).municipality == pihtipudas
    fields = sheet(desk, path)
    fields.pop("is_protected")
    desk.send(page_of(path), fields)

    client.refresh_from_db()
    assert (client.is_protected, client.municipality) == (False, pihtipudas)
    assert reaches(client)[0].value == NUMBER
    deeds = Entry.objects.filter(deed__startswith="clients.protection_").order_by("id")
    assert [entry.deed for entry in deeds] == [
        "clients.protection_set",
        "clients.protection_lifted",
    ]


def test_a_student_cannot_open_the_door_by_taking_turvakielto_off(path):
    guard(path, by=own(path))
    seat = Desk().sit(student(path))
    fields = sheet(seat, path, nickname="Masa")

    seat.send(page_of(path), fields)

    client = Client.objects.get(pk=path.client.pk)
    assert (client.nickname, client.is_protected, "is_protected" in fields) == ("Masa", True, False)


def test_a_sheet_from_before_turvakielto_does_not_take_it_off(path, desk):
    path.client.contact_points.create(kind="phone", value=NUMBER)
    mine = sheet(desk, path, advice="Minun teksti")
    desk.send(page_of(path), sheet(desk, path, is_protected="on"))

    answer = desk.send(page_of(path), mine)

    assert (answer.status_code, tells(answer)) == (409, [])
    assert "Minun teksti" in answer.content.decode()
    assert Client.objects.get(pk=path.client.pk).is_protected
