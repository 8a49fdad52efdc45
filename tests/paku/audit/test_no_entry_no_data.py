"""What cannot be written to the trail is neither shown nor saved: a plain 503, whatever keeps the entry from it."""

import psycopg
import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from paku.access.roles import Role
from paku.audit.models import Entry
from paku.audit.record import NotRecorded, record
from pathways.models import Visit
from tests.desk import Desk
from tests.every_address import every_address
from tests.factories import PathFactory, StepFactory, VisitFactory, today, worker

MARKED = "Kanarialintu"
WAYS_TO_FAIL = {
    "the right is revoked": ["REVOKE INSERT ON audit_entry FROM paku_app"],
    "a row is refused": [
        "ALTER TABLE audit_entry ADD CONSTRAINT full_up CHECK (false) NOT VALID",
    ],
    "no partition takes the month": [
        f"DROP TABLE audit_entry_{timezone.now():%Y_%m}",  # months of UTC, whatever day it is in Finland
        "DROP TABLE audit_entry_default",
    ],
}
MENDED = {
    "the right is revoked": ["GRANT INSERT ON audit_entry TO paku_app"],
    "a row is refused": ["ALTER TABLE audit_entry DROP CONSTRAINT full_up"],
}


@pytest.fixture
def path(own_database):
    path = PathFactory(care__client__last_name=MARKED, care__client__nickname=MARKED)
    VisitFactory(path=path, note=MARKED)
    StepFactory(client=path.client, what=MARKED)
    return path


@pytest.fixture
def break_the_trail(own_database):
    def broken(statements):
        with psycopg.connect(own_database.environment["DATABASE_OWNER_URL"]) as owner:
            for statement in statements:
                owner.execute(statement)

    return broken


def at_desk(user):
    return Desk(raise_request_exception=False).sit(user)


def everybody(path):
    own = at_desk(path.care.own_worker)
    others = (Role.SUPERVISOR, Role.PRIVACY_OFFICER, Role.MAIN_USER)
    return [own, *(at_desk(worker(role, team=path.care.team)) for role in others)]


def addresses(path):
    refs = {"clients": path.client.ref, "paths": path.ref, "visits": path.visits.get().ref,
            "steps": path.client.steps.get().ref}  # fmt: skip
    for address in every_address():
        ref = refs.get(address.route.split("/")[0])
        if "<uuid:" not in address.route or (ref and address.route.count("<uuid:") == 1):
            yield "/" + address.route.replace("<uuid:ref>", str(ref))


def that_leave_an_entry(desk, path):
    """Pages and refusals alike: whatever is asked for that the trail tells of."""
    for address in addresses(path):
        before = Entry.objects.count()
        desk.get(address)
        if Entry.objects.count() > before:
            yield address


def assert_says_nothing(answer, where):
    """The plain page and not a letter more."""
    assert answer.status_code == 503, where
    assert answer.content.decode() == render_to_string("503.html"), where


def test_no_page_that_leaves_an_entry_is_shown_without_one(path, break_the_trail):
    asked = [(desk, one) for desk in everybody(path) for one in that_leave_an_entry(desk, path)]
    assert len(asked) > 25

    for how, statements in WAYS_TO_FAIL.items():
        break_the_trail(statements)
        for desk, address in asked:
            assert_says_nothing(desk.get(address), (how, desk.user.name, address))
        break_the_trail(MENDED.get(how, []))


@pytest.mark.parametrize("how", WAYS_TO_FAIL)
def test_nothing_is_saved_without_its_entry(path, break_the_trail, how):
    desk = at_desk(path.care.own_worker)
    break_the_trail(WAYS_TO_FAIL[how])

    sheet = {"kind": "home", "on": f"{today():%d.%m.%Y}", "note": MARKED}
    answer = desk.send(reverse("pathways:new-visit", args=[path.ref]), sheet)

    assert_says_nothing(answer, how)
    assert Visit.objects.count() == 1


def test_a_search_finds_nothing_without_its_entry(path, break_the_trail):
    desk = at_desk(path.care.own_worker)
    break_the_trail(WAYS_TO_FAIL["the right is revoked"])

    assert_says_nothing(desk.post("/clients/", {"q": MARKED.lower()}), "search")


def test_nobody_signs_in_without_an_entry(path, break_the_trail):
    somebody = path.care.own_worker
    somebody.set_password("pitkä ja hyvä salasana")
    somebody.save()
    desk = Desk(raise_request_exception=False)
    break_the_trail(WAYS_TO_FAIL["the right is revoked"])

    typed = {"login": somebody.username, "password": "pitkä ja hyvä salasana"}
    assert_says_nothing(desk.post(reverse("access:sign-in"), typed), "sign in")

    assert desk.get("/")["Location"].startswith("/sign-in/")


def test_a_refusal_is_not_told_without_its_entry(path, break_the_trail):
    stranger = at_desk(worker(Role.SOCIAL_WORKER))
    break_the_trail(WAYS_TO_FAIL["the right is revoked"])

    assert_says_nothing(stranger.get(f"/clients/{path.client.ref}/"), "404")
    assert_says_nothing(stranger.get("/caseload/"), "403")


def test_a_job_hears_that_its_entry_was_not_written(path, break_the_trail):
    break_the_trail(WAYS_TO_FAIL["the right is revoked"])

    with pytest.raises(NotRecorded):
        record("clients.opened", path.client, by=None, client=path.client.ref)
