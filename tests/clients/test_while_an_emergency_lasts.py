"""The file while the emergency lasts: what may be done, that every page says so, and how it ends."""

import uuid

import pytest

from clients.models import BreakGlass, Exclusion
from tests.clients.emergencies import (
    GLASS,
    deeds,
    file_of,
    hours_later,
    outsider,
    sheet,
    somebody,
)
from tests.factories import PathFactory, worker
from tests.pathways.visiting import a_visit

pytestmark = pytest.mark.django_db


def test_an_exclusion_during_the_emergency_shuts_the_file_at_the_next_request():
    care, desk = somebody(), outsider()
    desk.send(GLASS, sheet())
    Exclusion.objects.create(
        client=care.client, user=desk.user, reason="relative", added_by=worker()
    )

    assert desk.get(file_of(care)).status_code == 404


def test_the_file_is_for_reading_and_adding_only():
    path = PathFactory(care=somebody())
    desk = outsider()
    desk.send(GLASS, sheet())
    file, way = file_of(path.care), f"/paths/{path.ref}/"

    read = (file, way, f"{way}visits/new/", f"{file}own-words/", f"{file}network/")
    assert [desk.get(address).status_code for address in read] == [200] * 5
    shut = (f"{file}basics/", f"{way}move/", f"{file}steps/new/", f"{file}summary/")
    assert [desk.get(address).status_code for address in shut] == [403] * 4
    note = a_visit(note="Soitin ambulanssin.", client_words="")
    assert desk.send(f"{way}visits/new/", note).status_code == 303


def test_after_four_hours_nothing_is_left():
    care, desk = somebody(), outsider()
    desk.send(GLASS, sheet())

    hours_later(3.9)
    assert desk.get(file_of(care)).status_code == 200
    hours_later(0.2)
    assert desk.get(file_of(care)).status_code == 404


def test_every_page_of_the_file_says_so_and_the_others_do_not():
    path = PathFactory(care=somebody())
    desk = outsider()
    desk.send(GLASS, sheet())
    begun = BreakGlass.objects.get()
    ending, file = f'action="{GLASS}{begun.ref}/end/"', file_of(path.care)

    for address in (
        file,
        f"{file}own-words/",
        f"{file}network/",
        f"/paths/{path.ref}/",
        f"/paths/{path.ref}/visits/new/",
    ):
        assert ending in desk.get(address).content.decode(), address
    for address in ("/", "/clients/", "/trail/mine/"):
        assert ending not in desk.get(address).content.decode(), address


def test_it_can_be_ended_by_hand_once():
    care, desk = somebody(), outsider()
    desk.send(GLASS, sheet())
    ending = f"{GLASS}{BreakGlass.objects.get().ref}/end/"

    assert [desk.post(ending).status_code for _ in range(2)] == [303, 303]
    assert desk.get(file_of(care)).status_code == 404
    assert deeds("clients.emergency_begun", "clients.emergency_ended") == [
        "clients.emergency_begun",
        "clients.emergency_ended",
    ]


def test_a_stranger_cannot_end_it_nor_tell_that_it_is_there():
    somebody()
    outsider().send(GLASS, sheet())
    ending = f"{GLASS}{BreakGlass.objects.get().ref}/end/"

    hidden, absent = (
        outsider().post(address) for address in (ending, f"{GLASS}{uuid.uuid4()}/end/")
    )
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert BreakGlass.objects.live().exists()
