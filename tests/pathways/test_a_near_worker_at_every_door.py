"""A near-worker goes to every address of a person: what opens is named here, all else is refused or unknown."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse

from network.models import Member, Step
from pathways.models import Visit, VisitText
from tests.desk import Desk
from tests.every_address import every_address
from tests.pathways.near_workers import CLOSE_NUMBER, NOT_THEIRS, Beside, beside

pytestmark = pytest.mark.django_db

OPENS = {
    ("pathways:client", "client"),
    ("network:contacts", "client"),
    ("pathways:new-visit", "path"),
    ("pathways:pair", "client"),
    ("pathways:new-report", "path"),
    ("pathways:ask-advice", "path"),
    ("pathways:visit", "own visit"),
    ("pathways:reflection", "own visit"),  # their own, and nobody else reads it
    ("pathways:correct-visit", "own visit"),
    ("pathways:step-done", "own step"),
}
LEADS_BACK = {("clients:stand-in", "client")}  # to the narrow page: nothing more is opened
KNOWN_AND_REFUSED = {
    "clients:own-words",
    "clients:basics",
    "network:members",
    "network:add-member",
    "network:edit-member",
    "network:end-member",
    "network:summary",
    "network:summary-pdf",
    "pathways:new-step",
    "pathways:path",
    "pathways:move",
    "pathways:new-break",
    "pathways:new-worked",
    "pathways:new-pair",
    "pathways:new-guidance",
}
OF_A_PERSON = [
    address
    for address in every_address()
    if "<uuid:" in address.route and not address.name.startswith("access:")
]


@pytest.fixture
def there():
    return beside()


def refs_of(there: Beside) -> dict[str, object]:
    return {
        "client": there.path.client.ref,
        "path": there.path.ref,
        "own visit": there.own_visit.ref,
        "others' visit": there.others_visit.ref,
        "own step": there.own_step.ref,
        "others' step": there.others_step.ref,
        "close person": there.close.ref,
    }


def asked_of(route: str, there: Beside) -> dict[str, object]:
    """The refs of the address's own noun; all of them where it is none of these."""
    refs = refs_of(there)
    noun = route.split("/", maxsplit=1)[0].removesuffix("s")
    return {what: ref for what, ref in refs.items() if what.split()[-1] == noun} or refs


def filled(route: str, ref: object, there: Beside) -> str:
    """The first place with the ref, any other with that of the close person."""
    first = re.sub(r"<uuid:\w+>", str(ref), route, count=1)
    return "/" + re.sub(r"<uuid:\w+>", str(there.close.ref), first)


def everything() -> list[int]:
    return [model.objects.count() for model in (Visit, VisitText, Step, Member)]


def right_of(name: str, what: str, looked: HttpResponse, sent: HttpResponse, page: str) -> bool:
    """Whether both answers are what this address owes a near-worker, and tell nothing that is not theirs."""
    words = looked.content.decode() + sent.content.decode()
    if NOT_THEIRS in words or CLOSE_NUMBER in words:
        return False
    if (name, what) in LEADS_BACK:
        return {looked.get("Location"), sent.get("Location")} <= {page}
    if (name, what) in OPENS:
        return looked.status_code == 200
    return {looked.status_code, sent.status_code} <= {403, 404, 405}


@pytest.mark.parametrize("room", sorted({one.name.split(":")[0] for one in OF_A_PERSON}))
def test_what_is_not_theirs_neither_opens_nor_is_told(room, there):
    desk, before, wrong = Desk().sit(there.near), everything(), {}
    for address in [one for one in OF_A_PERSON if one.name.startswith(f"{room}:")]:
        for what, ref in asked_of(address.route, there).items():
            place = filled(address.route, ref, there)
            looked, sent = desk.get(place), desk.send(place, {})
            if not right_of(address.name, what, looked, sent, there.page):
                wrong[address.name, what] = (looked.status_code, sent.status_code)

    assert wrong == {}
    assert everything() == before


def test_these_say_that_the_right_does_not_reach(there):
    desk, said = Desk().sit(there.near), {}
    for address in [one for one in OF_A_PERSON if one.name in KNOWN_AND_REFUSED]:
        ref = there.path.ref if address.route.startswith("paths/") else there.path.client.ref
        said[address.name] = desk.get(filled(address.route, ref, there)).status_code

    assert said == dict.fromkeys(KNOWN_AND_REFUSED, 403)


@pytest.mark.parametrize("address", ["/", "/clients/", "/trail/mine/", "/network/", "/account/"])
def test_their_lists_hold_no_word_of_others(address, there):
    answer = Desk().sit(there.near).get(address)

    assert answer.status_code == 200
    assert NOT_THEIRS not in answer.content.decode()


@pytest.mark.parametrize("address", ["/caseload/", "/trail/", "/set-up/", "/clients/new/"])
def test_others_lists_do_not_open(address, there):
    assert Desk().sit(there.near).get(address).status_code == 403
