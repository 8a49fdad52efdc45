"""What was left unfinished is on the first page: visits, documents and situation reports, each to whom it belongs."""

import pytest

from pathways.models import Assessment
from tests.desk import Desk
from tests.factories import (
    AssessmentFactory,
    AssignmentFactory,
    PathFactory,
    PlanFactory,
    ReportFactory,
    ReviewFactory,
    today,
    worker,
)
from tests.pathways.near_workers import beside

pytestmark = pytest.mark.django_db


def lines(desk):
    """Kind and address of each."""
    return [(one.kind, one.url) for one in desk.get("/").context["unfinished"]]


@pytest.mark.parametrize("factory", [AssessmentFactory, PlanFactory, ReviewFactory])
def test_a_saved_document_that_is_not_ready_is_listed_with_who_saved_it(desk, path, factory):
    begun = factory(path=path, unfinished=True)

    page = desk.get("/").content.decode()

    assert lines(desk) == [(begun.kind, f"/{begun.kind}s/{begun.ref}/edit/")]
    assert desk.user.name in page.split("tallentanut viimeksi")[1]
    assert desk.get(lines(desk)[0][1]).status_code == 200


def test_a_ready_one_and_one_of_an_ended_path_are_not_listed(desk, path):
    AssessmentFactory(path=path)
    over = {"ended_on": today(), "ending": "coping"}
    ended = PathFactory(care__own_worker=desk.user, care__team=path.care.team, **over)
    PlanFactory(path=ended, unfinished=True)

    assert lines(desk) == []


def test_the_pair_sees_what_the_own_worker_left_and_a_colleague_does_not(path):
    begun = AssessmentFactory(path=path, unfinished=True)
    pair = AssignmentFactory(care=path.care).worker

    assert lines(Desk().sit(pair)) == [("assessment", f"/assessments/{begun.ref}/edit/")]
    assert lines(Desk().sit(worker())) == []


def test_what_was_typed_over_a_saved_one_is_one_line_and_the_authors_own(desk, path):
    begun = PlanFactory(path=path, unfinished=True)
    desk.leave(f"plan/{begun.ref}", {"means": "Kesken"})
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)

    mine, theirs = desk.get("/").context["unfinished"], pair.get("/").context["unfinished"]

    assert [(one.kind, one.by) for one in mine] == [("plan", "")]
    assert [(one.kind, one.by) for one in theirs] == [("plan", desk.user.name)]


def test_a_new_document_that_was_never_saved_comes_back(desk, path):
    desk.leave(f"assessment/{path.ref}", {"client_view": "Kesken jäi"})

    [(kind, url)] = lines(desk)

    assert (kind, Assessment.objects.count()) == ("assessment", 0)
    assert "Kesken jäi" in desk.get(url).content.decode()


def test_an_unfinished_report_of_a_near_worker_comes_back_and_nothing_of_the_plan_shows():
    there = beside()
    PlanFactory(path=there.path, unfinished=True)
    near = Desk().sit(there.near)
    near.leave(f"report/{there.path.ref}", {"changed": "Kesken jäi"})

    [(kind, url)] = lines(near)

    assert (kind, url) == ("report", f"/paths/{there.path.ref}/reports/new/")
    assert "Kesken jäi" in near.get(url).content.decode()


def test_an_answer_to_a_question_comes_back_to_its_author_only():
    there = beside()
    report = ReportFactory(path=there.path, author=there.near, asked_back=True)
    near, own = Desk().sit(there.near), Desk().sit(there.path.care.own_worker)
    for desk in (near, own):
        desk.leave(f"report/{report.ref}", {"changed": "Kesken jäi"})

    [(kind, url)] = lines(near)

    assert (kind, url) == ("report", f"/reports/{report.ref}/again/")
    assert "Kesken jäi" in near.get(url).content.decode()
    assert lines(own) == []


def test_two_tabs_of_one_sheet_are_one_line(desk, path):
    for text in ("Ensin", "Sitten"):
        desk.leave(f"visit/{path.ref}", {"note": text})

    [(_kind, url)] = lines(desk)

    assert "Sitten" in desk.get(url).content.decode()


def test_nothing_is_named_of_a_person_who_is_no_more_ones_own(desk, path):
    AssessmentFactory(path=path, unfinished=True)
    desk.leave(f"visit/{path.ref}", {"note": "Kesken"})
    path.care.own_worker = worker()
    path.care.save()

    assert lines(desk) == []


def test_the_list_costs_the_same_for_one_and_for_ten(desk, path):
    AssessmentFactory(path=path, unfinished=True)
    desk.leave(f"visit/{path.ref}", {"note": "Kesken"})
    one = desk.cost("/")
    for _ in range(9):
        other = PathFactory(care__own_worker=desk.user, care__team=path.care.team)
        AssessmentFactory(path=other, unfinished=True)
        PlanFactory(path=other, unfinished=True)
        desk.leave(f"visit/{other.ref}", {"note": "Kesken"})

    assert desk.cost("/") == one <= 9
