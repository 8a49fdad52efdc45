"""One marked client goes through everything the product does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from network.models import Member, Step
from paku.access.roles import Role
from paku.kit.dates import HELSINKI, is_working_day
from pathways.models import (
    Assessment,
    CheckIn,
    ClockRun,
    Goal,
    Handover,
    Pair,
    Pathway,
    Plan,
    Review,
    SituationReport,
)
from tests.desk import Desk
from tests.every_address import every_address
from tests.factories import (
    AssignmentFactory,
    MemberFactory,
    PathFactory,
    StepFactory,
    VisitFactory,
    today,
    worker,
)
from tests.paku.bad_inputs.doors import BY_OTHERS, NAMES, SAVING, Door, a_visit, send
from tests.paku.leaks.canary import MIRROR, NAME, NOTE, PURPOSE, WHAT, WORDS, hits

# the first part of an address → whose ref stands in it
ROOMS = {
    "assessments": Assessment, "check-ins": CheckIn, "clocks": ClockRun, "goals": Goal, "handovers": Handover,
    "pairs": Pair, "plans": Plan, "reports": SituationReport, "reviews": Review,
}  # fmt: skip


class Walk:
    """What the pages answered with, apart from the pages themselves."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.shown = 0
        self.mirrored: set[str] = set()
        self.refused: list[str] = []

    def __call__(self, answer: Any) -> Any:
        request, page = answer.wsgi_request, answer.content.decode("utf-8", "replace")
        title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
        self.shown += bool(hits(page))
        if MIRROR in page:
            self.mirrored.add(re.sub(r"[0-9a-f-]{36}", "…", request.path))
        self.told += [request.get_full_path(), str(answer.headers), title[1] if title else ""]
        return answer


def a_working_morning() -> datetime:
    day = today()
    while not is_working_day(day):
        day += timedelta(days=1)
    return datetime(day.year, day.month, day.day, 8, tzinfo=HELSINKI)


def a_marked_path() -> Pathway:
    path = PathFactory(
        care__client__first_names=NAME, care__client__last_name=NAME, care__client__nickname=NAME
    )
    path.client.contact_points.create(kind="address", value=NAME)
    MemberFactory(client=path.client, name="Ville Velkaneuvoja", tasks=NAME)
    StepFactory(
        client=path.client,
        what=WHAT,
        due_on=a_working_morning().date(),
        agreed_by=path.care.own_worker,
    )
    return path


def everywhere(marked: Pathway) -> Iterator[str]:
    """Every address there is, with each ref of the marked client's in its place."""
    member, step = Member.objects.first(), Step.objects.first()
    visit = VisitFactory(path=marked, note=NOTE)
    first = {"paths": marked.ref, "visits": visit.ref, "steps": step.ref}
    first |= {room: model.objects.order_by("pk").last().ref for room, model in ROOMS.items()}
    for address in every_address():
        ref = first.get(address.route.split("/")[0], marked.client.ref)
        route = re.sub(r"<uuid:\w+>", str(ref), address.route, count=1)
        yield "/" + re.sub(r"<uuid:\w+>", str(member.ref), route)


def everybody_goes_everywhere(marked: Pathway, walk: Walk) -> None:
    near = AssignmentFactory(care=marked.care, near_worker=True).worker
    for somebody in (marked.care.own_worker, worker(Role.SUPERVISOR, team=marked.care.team), near):
        seat = Desk(raise_request_exception=False).sit(somebody)
        for address in everywhere(marked):
            walk(seat.get(address))


def through(door: Door, marked: Pathway, desk: Desk, walk: Walk) -> None:
    """Its page, then a word that is saved, one that is refused, and one that is far too long."""
    address, fields = door.open(marked)
    seat = door.seat(desk, marked)
    seat.raise_request_exception = False
    walk(seat.get(address))
    for value in (NOTE, f"{NOTE}\x00", NOTE * 5000):
        answer = walk(send(seat, address, {**fields, door.field: value}, guarded=door.guarded))
        if value == NOTE and answer.status_code != 303:
            walk.refused.append(f"{door} {answer.status_code}")


def mirrored(marked: Pathway, desk: Desk, walk: Walk) -> None:
    """One's own reflection, saved, typed anew and left unfinished."""
    visit = VisitFactory(path=marked)
    address = f"/visits/{visit.ref}/reflection/"
    for seen in ("0", "0", "1"):
        walk(send(desk, address, {"secret": MIRROR, "deeds": MIRROR, "seen": seen}))
    walk(desk.leave(f"reflection/{visit.ref}", {"secret": MIRROR}))
    assert MIRROR in walk(desk.get("/account/reflections/")).content.decode()


def through_everything(marked: Pathway) -> Walk:
    """Every form and page once, by the worker, the supervisor and a stranger; refusals and faults among them."""
    walk, desk = Walk(), Desk(raise_request_exception=False).sit(marked.care.own_worker)
    file, way = f"/clients/{marked.client.ref}/", f"/paths/{marked.ref}/"
    walk(desk.post("/clients/", {"q": NAME}))
    walk(desk.post("/clients/", {"q": f"{NAME}\x00"}))
    walk(desk.post("/clients/new/", {"last_name": NAME, "first_names": NAME, "look": "1"}))
    for door in [*SAVING, *NAMES, *BY_OTHERS]:
        through(door, marked, desk, walk)
    mirrored(marked, desk, walk)
    walk(send(desk, f"{way}visits/new/", a_visit(note=NOTE, client_words=WORDS, on=NOTE)))
    walk(desk.post("/drafts/", {"key": NOTE, "form": NOTE, "body": NOTE}))
    walk(
        desk.post(
            "/drafts/",
            {
                "key": f"visit/{marked.ref}",
                "form": str(marked.ref),
                "body": json.dumps({"note": NOTE}),
            },
        )
    )
    wishes = {"recipient": str(Member.objects.get(name__startswith="Ville").ref), "purpose": PURPOSE, "language": "fi",
              "ground": "shl_41", "sections": ["own_words", "notes", "steps"]}  # fmt: skip
    paper = walk(send(desk, f"{file}summary/", wishes, guarded=("purpose",)))
    pair = Desk(raise_request_exception=False).sit(AssignmentFactory(care=marked.care).worker)
    walk(pair.get(paper["Location"]))
    agreed = walk(send(pair, paper["Location"], {"outcome": "given"}, guarded=("reason",)))
    assert (paper.status_code, agreed.status_code) == (303, 303)
    for address in ("/", "/clients/", "/clients/?who=team", "/network/", "/trail/mine/", "/account/", file, way,
                    f"{file}own-words/", f"{file}summary/", paper["Location"]):  # fmt: skip
        assert walk(desk.get(address)).status_code == 200
    for role, address in ((Role.SUPERVISOR, "/caseload/"), (Role.PRIVACY_OFFICER, "/trail/")):
        assert walk(Desk().sit(worker(role, team=marked.care.team)).get(address)).status_code == 200
    stranger = Desk().sit(worker())
    for address in (file, way, f"{way}visits/new/"):
        assert walk(stranger.get(address)).status_code == 404
        walk(send(stranger, address, {"note": NOTE}))
        walk(send(Desk(), address, {"note": NOTE}))
    walk(Desk().post("/sign-in/", {"login": NAME, "password": NOTE}))
    everybody_goes_everywhere(marked, walk)
    return walk
