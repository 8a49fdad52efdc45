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
from pathways.models import Pathway
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
from tests.paku.bad_inputs.doors import NAMES, SAVING, a_visit, send
from tests.paku.leaks.canary import NAME, NOTE, PURPOSE, WHAT, WORDS, hits


class Walk:
    """What the pages answered with, apart from the pages themselves."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.shown = 0

    def __call__(self, answer: Any) -> Any:
        request, page = answer.wsgi_request, answer.content.decode("utf-8", "replace")
        title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
        self.shown += bool(hits(page))
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
    for address in every_address():
        first = {"paths": marked.ref, "visits": visit.ref, "steps": step.ref}
        ref = first.get(address.route.split("/")[0], marked.client.ref)
        route = re.sub(r"<uuid:\w+>", str(ref), address.route, count=1)
        yield "/" + re.sub(r"<uuid:\w+>", str(member.ref), route)


def everybody_goes_everywhere(marked: Pathway, walk: Walk) -> None:
    near = AssignmentFactory(care=marked.care, near_worker=True).worker
    for somebody in (marked.care.own_worker, worker(Role.SUPERVISOR, team=marked.care.team), near):
        seat = Desk(raise_request_exception=False).sit(somebody)
        for address in everywhere(marked):
            walk(seat.get(address))


def through_everything(marked: Pathway) -> Walk:
    """Every form and page once, by the worker, the supervisor and a stranger; refusals and faults among them."""
    walk, desk = Walk(), Desk(raise_request_exception=False).sit(marked.care.own_worker)
    file, way = f"/clients/{marked.client.ref}/", f"/paths/{marked.ref}/"
    walk(desk.post("/clients/", {"q": NAME}))
    walk(desk.post("/clients/", {"q": f"{NAME}\x00"}))
    walk(desk.post("/clients/new/", {"last_name": NAME, "first_names": NAME, "look": "1"}))
    for door in [*SAVING, *NAMES]:
        address, fields = (
            door.open(marked) if door.name != "move" else (f"{way}move/", door.open(marked)[1])
        )
        walk(desk.get(address))
        for value in (NOTE, f"{NOTE}\x00", NOTE * 5000):
            walk(send(desk, address, {**fields, door.field: value}, guarded=door.guarded))
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
