"""Which addresses reach which object of the matrix, and by what sign one sees that the object was reached."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse
from django.urls import reverse

from network.actions.settling import Settled
from pathways.actions.ending import end_path
from tests.access_matrix.asking import Endpoint, page, send, url
from tests.access_matrix.world import (
    ALLOWED,
    BORN,
    CODE,
    FULL_NAME,
    GIVEN,
    NAME,
    NOTE,
    OLD_NOTE,
    PARTNER,
    PDF,
    SHUT_OUT,
    STEP,
    STREET,
    WORDS,
    World,
)
from tests.desk import Desk
from tests.factories import UserFactory, today


def _search(desk: Desk, world: World) -> HttpResponse:
    return desk.post(reverse("pathways:board"), {"q": NAME})


def _search_by_birth(desk: Desk, world: World) -> HttpResponse:
    return desk.post(reverse("pathways:board"), {"q": BORN})


def _look(desk: Desk, world: World) -> HttpResponse:
    who = {"last_name": NAME, "first_names": "Aino", "nickname": "", "born_on": "", "phone": ""}
    return desk.post(reverse("pathways:new-client"), {**who, "look": "1"})


def _visit(desk: Desk, world: World) -> HttpResponse:
    fields = {"note": "Kirjaus", "kind": "home", "met": "yes", "on": today().isoformat()}
    return send(desk, "pathways:new-visit", "path", world, **fields, present=["client"])


def _words(desk: Desk, world: World) -> HttpResponse:
    fields = {"question": "dreams", "text": "Merkki", "said_on": today().isoformat()}
    return send(desk, "clients:own-words", "client", world, **fields)


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


def _emergency(desk: Desk, world: World) -> HttpResponse:
    person = {"last_name": NAME, "called": "Aino", "born_on": BORN}
    why = {"reason": "life", "why": "Asiakas ei vastaa, pelkään hänen henkensä puolesta"}
    return desk.send(reverse("clients:break-glass"), {**person, **why})


def _shut_out(desk: Desk, world: World) -> HttpResponse:
    neighbour = UserFactory(name="Naapuri Nyberg")
    fields = {"who": "Nyberg", "worker": str(neighbour.ref), "reason": "acquaintance"}
    return send(desk, "clients:exclusions", "client", world, **fields)


def _take_away(desk: Desk, world: World) -> HttpResponse:
    return send(desk, "clients:exclusion", "exclusion", world, why="Kirjattu erehdyksessä")


def _paper(desk: Desk, world: World) -> HttpResponse:
    page_url = url("network:summary-pdf", "client", world)
    answer = desk.get(f"{page_url}?paper={world.paper.ref}")
    if getattr(answer, "streaming", False):
        return HttpResponse(b"".join(answer.streaming_content), status=answer.status_code)
    return answer


def _ask_for_paper(desk: Desk, world: World) -> HttpResponse:
    """Of a person with turvakielto, ordinary sections: what waits is the request, and no paper is given."""
    world.path.client.is_protected = True
    world.path.client.save()
    fields = {"recipient": str(world.member.ref), "purpose": "Tapaaminen", "ground": "shl_41"}
    given = {**fields, "sections": "steps", "language": "fi"}
    answer = send(desk, "network:summary", "client", world, **given)
    return desk.get(answer.url) if answer.status_code == 303 else answer


def _end(desk: Desk, world: World) -> HttpResponse:
    fields = {"ground": "moved", "on": today().isoformat(), "how_it_ended": "Muutti"}
    return send(
        desk, "pathways:end", "path", world, **fields, **{f"step_{world.step.ref}": "client"}
    )


def _ended_otherwise(desk: Desk, world: World) -> HttpResponse:
    """The page of the return, once the own worker has ended the path."""
    settled = [Settled(world.step, "dropped")]
    own = world.path.care.own_worker
    end_path(path=world.path, ground="moved", on=today(), by=own, settled=settled)
    return desk.get(url("pathways:return", "path", world))


def _consent(desk: Desk, world: World) -> HttpResponse:
    fields = {
        "kind": "meeting", "to": str(world.member.ref), "topics": "steps", "purpose": "Tapaaminen", "how": "spoken",
        "given_on": today().isoformat(), "explained_by": "Oma Työntekijä",
    }  # fmt: skip
    return send(desk, "network:give-consent", "client", world, **fields)


def _take_back(desk: Desk, world: World) -> HttpResponse:
    fields = {"withdrawn_on": today().isoformat(), "withdrawn_how": "spoken"}
    return send(desk, "network:withdraw-consent", "consent", world, **fields)


def _agree(desk: Desk, world: World) -> HttpResponse:
    return send(desk, "network:paper-request", "asked", world, outcome="given")


# the privacy officer finds a person by the trail's own search; these start with no new client
OTHERWISE = frozenset({"AUD"})
# a near-worker writes down visits, and no breaks: tests/pathways/breaks
WITHOUT_BREAKS = frozenset({"NW"})
# asking by one and agreeing by another are the two; that nobody does both: tests/network
BY_TWO, MAY_TAKE_BACK = (("needs_second_person", "allow"),), 'value="withdrawn"'
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
    page("O08", "pathways:client", WORDS),
    page("O08", "pathways:path", WORDS, of="path"),
    page("O08", "clients:own-words", WORDS),
    page("O08", "clients:alerts", NAME),
    page("O09", "pathways:move", NAME, of="path"),
    page("O08", "pathways:turned", STEP, of="path"),
    page("O09", "pathways:back", NAME, of="path"),
    page("O20", "pathways:end", STEP, of="path"),
    Endpoint("O20", "POST end", _end, statuses=(303,)),
    Endpoint(
        "O20",
        "GET return",
        _ended_otherwise,
        'name="own_worker"',
        not_for=frozenset({"STU"}),  # a student leaves with the end: tests/pathways/ending
    ),
    page("O10", "pathways:new-visit", NAME, of="path"),
    Endpoint("O10", "POST new-visit", _visit, statuses=(303,)),
    replace(page("O10", "pathways:new-break", NAME, of="path"), not_for=WITHOUT_BREAKS),
    page("O13", "pathways:visit", NOTE, of="visit"),
    page("O14", "pathways:correct-visit", NOTE, of="visit"),
    page("O16", "pathways:visit", OLD_NOTE, of="visit", is_part=True),
    page("O17", "pathways:new-step", NAME),
    page("O17", "pathways:step-done", STEP, of="step"),
    Endpoint(
        "O18", "caseload", lambda d, w: d.get(reverse("pathways:caseload")), NAME, is_part=True
    ),
    page("O21", "network:members", PARTNER),
    page("O22", "network:add-member", NAME),
    page("O22", "network:edit-member", PARTNER, of="member"),
    page("O22", "network:end-member", PARTNER, of="member"),
    page("O23", "network:consents", ALLOWED),
    page("O24", "network:give-consent", NAME),
    page("O24", "network:change-consent", ALLOWED, of="consent"),
    page("O24", "network:withdraw-consent", ALLOWED, of="consent"),
    Endpoint("O24", "POST give-consent", _consent, statuses=(303,)),
    Endpoint("O24", "POST withdraw-consent", _take_back, statuses=(303,)),
    page("O25", "network:summary", 'name="sections"', is_part=True),
    page("O28", "network:summary", GIVEN),
    Endpoint("O29", "GET summary.pdf", _paper, PDF),
    Endpoint("O27", "POST summary, turvakielto", _ask_for_paper, MAY_TAKE_BACK, means=BY_TWO),
    Endpoint(
        "O27",
        "GET paper-request",
        lambda desk, world: desk.get(url("network:paper-request", "asked", world)),
        NOTE,
        means=BY_TWO,
    ),
    Endpoint("O27", "POST paper-request", _agree, statuses=(303,), means=BY_TWO),
    Endpoint("O03", "POST identity-code", _code, CODE),
    replace(
        page("O03", "clients:edit-identity-code", 'name="takes_birth"'), not_for=frozenset({"BG"})
    ),  # nobody writes it in an emergency
    Endpoint("O04", "POST contacts", _contact, STREET),
    Endpoint("O05", "POST contacts, turvakielto", _protected, STREET),
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
    Endpoint("O50", "GET /admin/", lambda d, w: d.get("/admin/")),
    Endpoint("O50", "GET /metrics/", lambda d, w: d.get("/metrics/")),
)
