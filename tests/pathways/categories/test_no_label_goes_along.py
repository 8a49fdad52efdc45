"""A category arranges work and labels nobody: not on papers, not in lists, not for a near-worker. By their bytes."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation

from paku.access.roles import Role
from paku.printing.sections import assemble, parts_of
from pathways.models import Category
from tests.desk import Desk
from tests.factories import AssignmentFactory, CategoryTalkFactory, VisitFactory, today, worker
from tests.pathways.categories.sheets import page_of
from tests.pathways.lists import days

pytestmark = pytest.mark.django_db
MARK = "Salattu-merkki"
NAMES = (
    "client",
    "path",
    "turned",
    "own-worker",
    "card",
    "visit",
    "new-visit",
    "move",
    "goals",
    "plan",
)


def labels():
    """In every language, and what was written; “self-service” alone is said of services elsewhere too."""
    found = {MARK, "co_operation", "self_service"}
    for language in ("fi", "sv", "en"):
        with translation.override(language):
            found |= {
                str(one.label)
                for one in (Category.CO_OPERATION, Category.COMMUNITY, Category.NETWORK)
            }
            found |= {one.arrangement for one in Category}
    return {label.casefold() for label in found}


def said_in(body):
    return {label for label in labels() if label in body.casefold()}


@pytest.fixture
def talked(path):
    """Each of the four has been chosen once, and something written of each."""
    words = {"reason": MARK, "client_words": MARK}
    for ago, one in enumerate(Category):
        CategoryTalkFactory(path=path, on=days(-ago), chosen=one.value, **words)
    return path


def test_the_search_finds_them_where_they_belong(desk, talked):
    assert len(said_in(desk.get(page_of(talked)).content.decode())) > 4


def test_no_other_page_of_the_person_tells_of_it(desk, talked):
    visit = VisitFactory(path=talked)
    refs = {
        "path": talked.ref,
        "turned": talked.ref,
        "new-visit": talked.ref,
        "move": talked.ref,
        "visit": visit.ref,
    }
    for name in NAMES:
        page = desk.get(reverse(f"pathways:{name}", args=[refs.get(name, talked.client.ref)]))
        assert (name, page.status_code, said_in(page.content.decode())) == (name, 200, set())


def test_neither_my_day_nor_the_lists_tell_of_it(desk, talked):
    for page in ("/", "/clients/"):
        answer = desk.get(page)
        assert (page, answer.status_code, said_in(answer.content.decode())) == (page, 200, set())


def test_the_supervisors_rows_do_not_tell_of_it(talked):
    seat = Desk().sit(worker(Role.SUPERVISOR, team=talked.care.team))

    for page in ("/caseload/", "/clients/", "/caseload/categories/"):
        answer = seat.get(page)
        assert (page, answer.status_code, said_in(answer.content.decode())) == (page, 200, set())


def test_no_paper_has_a_part_that_tells_of_it(talked):
    names = [part.name for part in parts_of("summary")]
    for language in ("fi", "sv", "en"):
        with translation.override(language):
            parts = assemble(
                "summary",
                client=talked.client,
                recipient=None,
                today=today(),
                chosen=dict.fromkeys(names, ""),
            )
            whole = "".join(part.html for part in parts)
            assert len(whole) > 200
            assert said_in(whole) == set()


def test_a_near_worker_reads_nothing_of_it(talked):
    near = worker(Role.NEAR_WORKER, team=talked.care.team)
    AssignmentFactory(care=talked.care, worker=near, part="near_worker", until=days(30))
    seat = Desk().sit(near)

    for page in ("/", "/clients/", f"/clients/{talked.client.ref}/"):
        answer = seat.get(page)
        assert (page, answer.status_code, said_in(answer.content.decode())) == (page, 200, set())
