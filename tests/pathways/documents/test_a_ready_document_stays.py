"""A ready document is never changed: a correction is a new version, and nobody writes over another."""

import pytest
from django.db import DatabaseError, connection, transaction

from paku.kit.context import enter
from pathways.models import Assessment, Plan, Review
from tests.desk import Desk
from tests.factories import (
    AssessmentFactory,
    AssignmentFactory,
    PlanFactory,
    ReviewFactory,
    today,
)
from tests.pathways.documents.sheets import a_review, an_assessment, new, of
from tests.pathways.lists import shown, text

pytestmark = pytest.mark.django_db


def refused(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
    return True


def test_the_database_refuses_to_change_a_ready_document():
    one, unfinished = AssessmentFactory(), AssessmentFactory(unfinished=True)

    for change in ("conclusions = 'toisin'", "ready_at = NULL", "needs = '{}'", "version = 2"):
        assert refused(f"UPDATE pathways_assessment SET {change} WHERE id = %s", one.pk)
    assert Assessment.objects.filter(pk=unfinished.pk).update(conclusions="toisin") == 1


def test_no_worker_deletes_a_ready_document(path):
    one = PlanFactory(path=path)
    enter(path.care.own_worker.pk)

    assert refused("DELETE FROM pathways_plan WHERE id = %s", one.pk)


def test_a_correction_is_a_new_version_that_starts_from_the_text(desk, path):
    one = AssessmentFactory(path=path, conclusions="Perusteet on.")

    answer = desk.send(of(one, "follow"), {"reason": "päivä oli väärin"})

    second = Assessment.objects.get(version=2)
    assert answer.url == of(second, "edit")
    assert (second.follows, second.thread, second.conclusions, second.is_ready) == (
        one,
        one.thread,
        "Perusteet on.",
        False,
    )
    desk.send(of(second, "edit"), an_assessment(seen="1", finish="1"))
    page = desk.get(of(one))
    assert "Perusteet on." in text(page)
    assert page.context["newer"] == second


def test_a_corrected_review_stays_of_the_plan_that_was_reviewed(desk, path):
    plan = PlanFactory(path=path)
    one = ReviewFactory(path=path, plan=plan)
    PlanFactory(path=path)

    desk.send(of(one, "follow"), {"reason": "päivä oli väärin"})
    second = Review.objects.get(version=2)
    assert desk.send(of(second, "edit"), a_review(seen="1", finish="1")).status_code == 303

    assert Review.objects.get(version=2).plan == plan


def test_a_version_is_followed_once(desk, path):
    one = AssessmentFactory(path=path)
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)

    assert desk.send(of(one, "follow"), {"reason": "yksi"}).status_code == 303
    assert pair.send(of(one, "follow"), {"reason": "kaksi"}).status_code == 409
    assert Assessment.objects.count() == 2


def test_a_new_version_tells_why_and_an_unfinished_one_is_not_followed(desk, path):
    ready = AssessmentFactory(path=path)
    unfinished = PlanFactory(path=path, unfinished=True)

    assert desk.send(of(ready, "follow"), {"reason": " "}).status_code == 422
    assert desk.send(of(unfinished, "follow"), {"reason": "syy"}).status_code == 409
    assert Plan.objects.count() == 1


def test_whoever_saved_in_between_is_not_written_over(desk, path):
    one = AssessmentFactory(path=path, unfinished=True)
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)
    pair.send(of(one, "edit"), an_assessment(situation_worker="Parin teksti.", seen="1"))

    answer = desk.send(of(one, "edit"), an_assessment(situation_worker="Minun teksti.", seen="1"))

    assert answer.status_code == 409
    assert "Parin teksti." in text(answer)
    assert "Minun teksti." in text(answer)
    assert Assessment.objects.get().situation_worker == "Parin teksti."


def test_a_sheet_that_was_open_when_it_became_ready_changes_nothing(desk, path):
    one = AssessmentFactory(path=path)

    assert desk.send(of(one, "edit"), an_assessment(seen="1")).status_code == 409
    assert Assessment.objects.get().situation_worker == "Vuokravelkaa on kolmelta kuulta."


def test_a_draft_comes_back_and_an_old_one_stands_beside_what_was_saved_since(desk, path):
    one = AssessmentFactory(path=path, unfinished=True)
    desk.leave(f"assessment/{one.ref}", an_assessment(situation_worker="Kesken jäi.", seen="1"))

    assert desk.get(of(one, "edit")).context["form"]["situation_worker"].value() == "Kesken jäi."
    Assessment.objects.update(saves=2, situation_worker="Parin teksti.")
    page = desk.get(of(one, "edit"))

    assert page.context["form"]["situation_worker"].value() == "Parin teksti."
    assert "Kesken jäi." in text(page)


def test_a_draft_of_a_new_one_comes_back_too(desk, path):
    desk.leave(f"assessment/{path.ref}", an_assessment(needs=["money", "crisis"], seen="0"))

    form = desk.get(new(path)).context["form"]
    assert (form["needs"].value(), form["needs_client"].value()) == (
        ["money", "crisis"],
        "Apua laskuihin.",
    )


def test_a_draft_of_a_new_one_stands_beside_what_the_pair_saved_meanwhile(desk, path):
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)
    desk.leave(f"assessment/{path.ref}", an_assessment(situation_worker="Minun alkuni."))
    pair.send(new(path), an_assessment(situation_worker="Parin teksti."))

    page = desk.get(of(Assessment.objects.get(), "edit"))

    assert page.context["form"]["situation_worker"].value() == "Parin teksti."
    assert "Minun alkuni." in text(page)


def test_the_official_text_has_the_headings_in_order_and_no_identity_code(desk, path):
    one = AssessmentFactory(path=path, conclusions="Perusteet on.")

    words = desk.get(of(one, "official")).context["text"]

    order = [words.index(part) for part in (path.client.name, path.matter, one.ready_by.name)]
    assert order == sorted(order)
    assert words.index("Apua laskuihin.") < words.index("Perusteet on.")
    assert path.client.name in words


def test_moved_to_the_official_record_is_marked_once_with_day_and_name(desk, path):
    one = AssessmentFactory(path=path)

    assert desk.send(of(one, "official"), {"on": shown(today())}).status_code == 303
    assert desk.send(of(one, "official"), {"on": shown(today())}).status_code == 409
    one.refresh_from_db()
    assert (one.moved_on, one.moved_by) == (today(), desk.user)
    assert refused("UPDATE pathways_assessment SET moved_on = NULL, moved_by_id = NULL")


def test_it_cannot_have_been_moved_before_it_was_ready(desk, path):
    one = AssessmentFactory(path=path)

    answer = desk.send(of(one, "official"), {"on": "1.1.2020"})

    assert (answer.status_code, Assessment.objects.get(pk=one.pk).moved_on) == (422, None)
