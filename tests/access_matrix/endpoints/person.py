"""Finding a person, who they are, where they live."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse
from django.urls import reverse

from tests.access_matrix.asking import Endpoint, page, url
from tests.access_matrix.world import (
    BORN,
    CODE,
    FULL_NAME,
    NAME,
    STREET,
    World,
)
from tests.desk import Desk


def _search(desk: Desk, world: World) -> HttpResponse:
    return desk.post(reverse("pathways:board"), {"q": NAME})


def _search_by_birth(desk: Desk, world: World) -> HttpResponse:
    return desk.post(reverse("pathways:board"), {"q": BORN})


def _look(desk: Desk, world: World) -> HttpResponse:
    who = {"last_name": NAME, "first_names": "Aino", "nickname": "", "born_on": "", "phone": ""}
    return desk.post(reverse("pathways:new-client"), {**who, "look": "1"})


def _basics(desk: Desk, world: World) -> HttpResponse:
    """Its page where it opens; else the whole file, which shows the same."""
    answer = desk.get(url("clients:basics", "client", world))
    return (
        answer if answer.status_code == 200 else desk.get(url("pathways:client", "client", world))
    )


def _code(desk: Desk, world: World) -> HttpResponse:
    return desk.post(url("clients:identity-code", "client", world), {})


def _contact(desk: Desk, world: World) -> HttpResponse:
    return desk.post(url("network:contacts", "client", world), {})


def _protected(desk: Desk, world: World) -> HttpResponse:
    world.path.client.is_protected = True
    world.path.client.save()
    return _contact(desk, world)


# the privacy officer finds a person by the trail's own search; these start with no new client
OTHERWISE = frozenset({"AUD"})
START_WITH_NOBODY = frozenset({"AUD", "ADM", "STU", "NW"})
ENDPOINTS = (
    Endpoint(
        "O01",
        "whole team's list",
        lambda d, w: d.get("/clients/?who=team"),
        NAME,
        is_part=True,
        not_for=OTHERWISE,
    ),
    Endpoint("O01", "search by name", _search, FULL_NAME, is_part=True, not_for=OTHERWISE),
    Endpoint(
        "O01", "search by birth date", _search_by_birth, FULL_NAME, is_part=True, not_for=OTHERWISE
    ),
    Endpoint("O01", "possible matches", _look, FULL_NAME, is_part=True, not_for=START_WITH_NOBODY),
    Endpoint("O02", "basic data", _basics, BORN),
    page("O06", "pathways:new-client", of=""),
    page("O07", "clients:basics", BORN),
    page("O07", "clients:new-alert", NAME),
    page("O07", "clients:picture", NAME),
    Endpoint("O03", "POST identity-code", _code, CODE),
    replace(
        page("O03", "clients:edit-identity-code", 'name="takes_birth"'), not_for=frozenset({"BG"})
    ),  # nobody writes it in an emergency
    Endpoint("O04", "POST contacts", _contact, STREET),
    Endpoint("O05", "POST contacts, turvakielto", _protected, STREET),
)
