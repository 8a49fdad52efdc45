"""The file, the path and its plans, visits, steps, handing over."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse
from django.urls import reverse

from network.actions.settling import Settled
from paku.access.roles import Role
from pathways.actions.ending import end_path
from pathways.actions.handover import offer
from pathways.models import AskedNaming, ClockRun, TaperingPlan
from tests.access_matrix.asking import BY_TWO, Endpoint, page, send, url
from tests.access_matrix.columns import COLUMNS
from tests.access_matrix.world import (
    AWAY,
    NAME,
    NOTE,
    OLD_NOTE,
    STEP,
    WORDS,
    World,
)
from tests.desk import Desk
from tests.factories import (
    AskedNamingFactory,
    AssignmentFactory,
    CheckInFactory,
    ClockRunFactory,
    ReportFactory,
    TaperingPlanFactory,
    today,
    worker,
)


def _visit(desk: Desk, world: World) -> HttpResponse:
    fields = {"note": "Kirjaus", "kind": "home", "met": "yes", "on": today().isoformat()}
    return send(desk, "pathways:new-visit", "path", world, **fields, present=["client"])


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


def _transfer(desk: Desk, world: World) -> HttpResponse:
    """The own worker has offered the person to a worker of the team that the user leads: they accept."""
    team, care = desk.user.rights[0].team, world.path.care
    made = offer(
        care=care, receiver=worker(team=team), team=team, by=care.own_worker, today=today(), why="place",
    )  # fmt: skip
    return desk.send(reverse("pathways:handover", args=[made.ref]), {"outcome": "accepted"})


def _ask_for_draft(desk: Desk, world: World) -> HttpResponse:
    return send(desk, "pathways:path-drafts", "path", world, draft=str(world.draft))


def _look(desk: Desk, world: World) -> HttpResponse:
    if not TaperingPlan.objects.on_path(world.path).live().exists():
        TaperingPlanFactory(path=world.path)
    return desk.get(url("pathways:tapering-look", "path", world))


def _call(desk: Desk, world: World) -> HttpResponse:
    return desk.get(CheckInFactory(path=world.path).get_absolute_url())


def _clock_over(desk: Desk, world: World) -> HttpResponse:
    run = ClockRun.objects.filter(path=world.path).first() or ClockRunFactory(path=world.path)
    return desk.get(reverse("pathways:clock-over", args=[run.ref]))


def _report(desk: Desk, world: World) -> HttpResponse:
    beside = AssignmentFactory(care=world.path.care, near_worker=True).worker
    report = ReportFactory(path=world.path, author=beside, accepted=True, text__changed=TOLD)
    return desk.get(reverse("pathways:report", args=[report.ref]))


def _asked_naming(desk: Desk, world: World) -> HttpResponse:
    waiting = AskedNaming.objects.waiting().filter(care=world.path.care).first()
    asked = waiting or AskedNamingFactory(care=world.path.care)
    return desk.get(reverse("pathways:asked-naming", args=[world.ref, asked.ref]))


def _ask_naming(desk: Desk, world: World) -> HttpResponse:
    """The supervisor names at once; an own worker asks."""
    near = worker(Role.NEAR_WORKER)
    fields = {
        "worker": f"near_worker/{near.ref}",
        "since": today().isoformat(),
        "until": "",
        "why": "Lähellä",
    }
    return send(desk, "pathways:name-beside", "client", world, **fields)


def _end_beside(desk: Desk, world: World) -> HttpResponse:
    row = AssignmentFactory(care=world.path.care)
    return desk.get(reverse("pathways:end-beside", args=[world.ref, row.ref]))


TOLD = "Raportti-merkki"
# a near-worker writes down visits, and no breaks: tests/pathways/breaks
WITHOUT_BREAKS = frozenset({"NW"})
# a student neither guides nor reads reports, a near-worker sends their own: tests/pathways/pairs
WITHOUT_GUIDING, WITHOUT_REPORTS = frozenset({"STU"}), frozenset({"STU", "NW"})
# another team's supervisor takes part in a transfer to theirs only
ELSEWHERE = frozenset({"SUPx"})
ENDPOINTS = (
    page("O08", "pathways:client", WORDS),
    page("O08", "pathways:path", WORDS, of="path"),
    page("O08", "clients:own-words", WORDS),
    page("O08", "clients:alerts", NAME),
    page("O09", "pathways:move", NAME, of="path"),
    page("O08", "pathways:turned", STEP, of="path"),
    page("O09", "pathways:back", NAME, of="path"),
    page("O08", "pathways:plan", NAME),
    page("O08", "pathways:goals", NAME),
    page("O08", "pathways:measures", NAME),
    page("O08", "pathways:dignity", NAME),
    page("O08", "pathways:quality", NAME),
    page("O08", "pathways:errands", NAME),
    page("O09", "pathways:new-goal", NAME, of="path"),
    page("O09", "pathways:new-measure", NAME, of="path"),
    page("O09", "pathways:new-dignity", NAME, of="path"),
    page("O09", "pathways:new-quality", NAME, of="path"),
    page("O09", "pathways:new-assessment", NAME, of="path"),
    page("O09", "pathways:new-plan", NAME, of="path"),
    page("O09", "pathways:new-review", NAME, of="path"),
    page("O08", "pathways:tapering", NAME, of="path"),
    page("O08", "pathways:exit", NAME, of="path"),
    page("O09", "pathways:new-tapering", NAME, of="path"),
    page("O09", "pathways:exit-move", NAME, of="path"),
    Endpoint("O09", "GET tapering-look", _look, NAME),
    Endpoint("O09", "GET check-in", _call, NAME, is_untold=True),
    page("O09", "pathways:assessed", NAME, of="path"),
    replace(page("O08", "pathways:pair", NAME), not_for=WITHOUT_REPORTS),
    Endpoint("O08", "GET report", _report, TOLD, is_untold=True, not_for=WITHOUT_REPORTS),
    replace(page("O09", "pathways:new-pair", NAME, of="path"), not_for=WITHOUT_GUIDING),
    replace(page("O09", "pathways:new-guidance", NAME, of="path"), not_for=WITHOUT_GUIDING),
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
    replace(page("O12", "pathways:path-drafts", AWAY, of="path"), means=BY_TWO),
    Endpoint("O12", "POST path-drafts", _ask_for_draft, statuses=(303,), means=BY_TWO),
    page("O13", "pathways:visit", NOTE, of="visit"),
    page("O14", "pathways:correct-visit", NOTE, of="visit"),
    page("O16", "pathways:visit", OLD_NOTE, of="visit", is_part=True),
    page("O17", "pathways:new-step", NAME),
    page("O17", "pathways:new-clock", NAME, of="path"),
    Endpoint("O17", "GET clock-over", _clock_over, NAME, is_untold=True),
    page("O17", "pathways:step-done", STEP, of="step"),
    Endpoint(
        "O18", "caseload", lambda d, w: d.get(reverse("pathways:caseload")), NAME, is_part=True
    ),
    replace(page("O19", "pathways:new-handover", NAME), means=BY_TWO, not_for=ELSEWHERE),
    replace(page("O19", "pathways:name-beside", NAME), means=BY_TWO, not_for=ELSEWHERE),
    Endpoint(
        "O19",
        "POST name-beside",
        _ask_naming,
        statuses=(303,),
        means=BY_TWO,
        not_for=ELSEWHERE,
    ),
    Endpoint("O19", "GET end-beside", _end_beside, NAME, means=BY_TWO, not_for=ELSEWHERE),
    Endpoint("O19", "GET asked-naming", _asked_naming, NAME, means=BY_TWO, not_for=ELSEWHERE),
    Endpoint(
        "O19",
        "POST handover",
        _transfer,
        statuses=(303,),
        means=BY_TWO,
        not_for=frozenset(COLUMNS) - {"SUPx"},
    ),
)
