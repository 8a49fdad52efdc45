"""A near-worker goes to every address of a person: what opens is named here, all else is refused or unknown."""

from __future__ import annotations

import re

import pytest

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


def filled(route: str, ref: object, there: Beside) -> str:
    """The first place with the ref, any other with that of the close person."""
    first = re.sub(r"<uuid:\w+>", str(ref), route, count=1)
    return "/" + re.sub(r"<uuid:\w+>", str(there.close.ref), first)


def everything() -> list[int]:
    return [model.objects.count() for model in (Visit, VisitText, Step, Member)]


@pytest.mark.parametrize("address", OF_A_PERSON, ids=str)
def test_what_is_not_theirs_neither_opens_nor_is_told(address, there):
    desk, before = Desk().sit(there.near), everything()
    for what, ref in refs_of(there).items():
        place = filled(address.route, ref, there)
        looked, sent = desk.get(place), desk.send(place, {})

        if (address.name, what) in LEADS_BACK:
            assert {looked.get("Location"), sent.get("Location")} <= {there.page}
        elif (address.name, what) in OPENS:
            assert looked.status_code == 200
        else:
            assert looked.status_code in (403, 404, 405), (what, looked.status_code)
            assert sent.status_code in (403, 404, 405), (what, sent.status_code)
        for page in (looked.content.decode(), sent.content.decode()):
            assert NOT_THEIRS not in page, what
            assert CLOSE_NUMBER not in page, what
    assert everything() == before


@pytest.mark.parametrize("name", sorted(KNOWN_AND_REFUSED))
def test_these_say_that_the_right_does_not_reach(name, there):
    (address,) = [one for one in OF_A_PERSON if one.name == name]
    ref = there.path.ref if address.route.startswith("paths/") else there.path.client.ref

    assert Desk().sit(there.near).get(filled(address.route, ref, there)).status_code == 403


@pytest.mark.parametrize("address", ["/", "/clients/", "/trail/mine/", "/network/", "/account/"])
def test_their_lists_hold_no_word_of_others(address, there):
    answer = Desk().sit(there.near).get(address)

    assert answer.status_code == 200
    assert NOT_THEIRS not in answer.content.decode()


@pytest.mark.parametrize("address", ["/caseload/", "/trail/", "/set-up/", "/clients/new/"])
def test_others_lists_do_not_open(address, there):
    assert Desk().sit(there.near).get(address).status_code == 403
