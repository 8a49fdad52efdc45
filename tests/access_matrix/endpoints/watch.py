"""Emergencies, exclusions, the trail, users, code lists, what is destroyed, the whole file."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from django.http import HttpResponse
from django.urls import reverse

from clients.actions.subject_requests import file_request
from pathways.models import RetentionItem, RetentionRun
from tests.access_matrix.asking import BY_TWO, Endpoint, page, send, url
from tests.access_matrix.world import (
    BORN,
    FULL_NAME,
    NAME,
    SHUT_OUT,
    World,
)
from tests.desk import Desk
from tests.factories import UserFactory, ended, today


def _emergency(desk: Desk, world: World) -> HttpResponse:
    person = {"last_name": NAME, "called": "Aino", "born_on": BORN}
    why = {"reason": "life", "why": "Asiakas ei vastaa, pelkään hänen henkensä puolesta"}
    return desk.send(reverse("clients:break-glass"), {**person, **why})


def _shut_out(desk: Desk, world: World) -> HttpResponse:
    neighbour = UserFactory(name="Naapuri Nyberg")
    fields = {"who": "Nyberg", "worker": str(neighbour.ref), "reason": "acquaintance"}
    return send(desk, "clients:exclusions", "client", world, **fields)


def _list_of_due(desk: Desk, world: World) -> HttpResponse:
    """The month's list of the team, with the person's file on it."""
    month = today().replace(day=1)
    run, _is_new = RetentionRun.objects.get_or_create(
        team=world.team, month=month, defaults={"made_on": today()}
    )
    RetentionItem.objects.get_or_create(
        run=run, client_ref=world.ref, defaults={"ended_on": today()}
    )
    return desk.get(reverse("pathways:retention-run", args=[run.ref]))


def _new_organisation(desk: Desk, _world: World) -> HttpResponse:
    """What waits is the wish: nothing is in the directory before another has agreed."""
    fields = {"name": "Kylätupa ry", "kind": "association", "former_names": "", "phone": ""}
    return desk.send(reverse("network:new-organisation"), fields)


def _hold(desk: Desk, world: World) -> HttpResponse:
    fields = {"why": "Kantelu", "review_on": (today() + timedelta(days=30)).isoformat()}
    return send(desk, "pathways:hold", "client", world, **fields)


def _death(desk: Desk, world: World) -> HttpResponse:
    """The file has been closed to everybody for long."""
    ended(world.path, 3)
    return desk.get(url("pathways:death", "client", world))


def _ask_for_whole_file(desk: Desk, world: World) -> HttpResponse:
    """The person has asked; one of the two proposes that it is given, and the privacy officer gives it."""
    client, own = world.path.client, world.path.care.own_worker
    if not client.subject_requests.exists():
        file_request(client=client, by=own, today=today())
    fields = {"identity_checked": "known", "language": "fi"}
    return send(desk, "clients:file-answer", "client", world, **fields)


ENDPOINTS = (
    Endpoint(
        "O34",
        "POST break-glass",
        _emergency,
        statuses=(303,),
        is_part=True,
        means=(("allow_after_reason", "allow"),),
    ),
    page("O35", "clients:emergencies", FULL_NAME, of="", is_part=True),
    page("O36", "clients:exclusions", SHUT_OUT),
    Endpoint(
        "O37",
        "POST exclusions",
        _shut_out,
        statuses=(303,),
        means=(("needs_second_person", "allow"),),
    ),
    page("O38", "clients:who-has-looked", FULL_NAME),
    page("O39", "clients:trail", of=""),
    Endpoint(
        "O41",
        "GET log-report",
        lambda desk, world: desk.get(url("clients:log-report", "client", world)),
        FULL_NAME,
        means=(("403", "shut"), ("allow_after_step_up", "allow")),
    ),
    page("O42", "clients:own-trail", of=""),
    Endpoint(
        "O43",
        "GET new-user",
        lambda desk, world: desk.get(reverse("access:new-user")),
        means=(("allow_after_step_up", "allow"),),
    ),
    Endpoint(
        "O44",
        "GET team",
        lambda desk, world: desk.get(reverse("access:team", args=[world.team.ref])),
        means=(("needs_second_person", "allow"), ("403", "shut")),
        not_for=frozenset({"EXCs"}),  # the team's page tells of no client
    ),
    page("O45", "network:directory", of=""),
    page("O45", "network:area-networks", of=""),
    replace(
        page("O46", "network:new-organisation", 'name="former_names"', of=""),
        means=BY_TWO,
        not_for=frozenset({"EXCs"}),  # it tells of no client
    ),
    Endpoint(
        "O46",
        "POST new-organisation",
        _new_organisation,
        statuses=(303,),
        means=BY_TWO,
        not_for=frozenset({"EXCs"}),
    ),
    Endpoint(
        "O46",
        "GET directory-imports",
        lambda desk, world: desk.get(reverse("network:directory-imports")),
        means=BY_TWO,
        not_for=frozenset({"SUPx", "EXCs"}),  # the directory is of no team and tells of no client
    ),
    Endpoint(
        "O49",
        "GET clocks",
        lambda desk, world: desk.get(reverse("access:code-list", args=["clocks"])),
        means=(("allow_after_step_up", "allow"),),
    ),
    Endpoint("O47", "GET list", _list_of_due, 'id="files-title"', means=BY_TWO, is_untold=True),
    Endpoint("O47", "GET death", _death, 'name="died_on"', means=BY_TWO, is_untold=True),
    Endpoint("O47", "POST hold", _hold, statuses=(303,), means=BY_TWO, is_untold=True),
    replace(
        page("O48", "clients:file-answer", FULL_NAME),
        means=(*BY_TWO, ("allow_after_step_up", "allow"), ("403", "shut")),
    ),
    Endpoint(
        "O48",
        "POST file-answer",
        _ask_for_whole_file,
        statuses=(303,),
        means=(*BY_TWO, ("403", "shut")),
    ),
    Endpoint("O50", "GET /admin/", lambda d, w: d.get("/admin/")),
    Endpoint("O50", "GET /metrics/", lambda d, w: d.get("/metrics/")),
)
