"""S1 and S13: need is assessed, a plan is made and reviewed together, the words of the person first."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from paku.audit.models import Entry
from pathways.models import AgreedRhythm, Assessment, Pathway, Plan, Review
from tests.desk import Desk
from tests.factories import (
    AssessmentFactory,
    AssignmentFactory,
    MemberFactory,
    PlanFactory,
    ReviewFactory,
    today,
    worker,
)
from tests.pathways.documents.sheets import a_plan, a_review, an_assessment, new, of
from tests.pathways.lists import shown, text

pytestmark = pytest.mark.django_db


def test_an_assessment_is_saved_unfinished_and_gone_on_with_by_the_pair(desk, path):
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)

    begun = desk.send(new(path), {"situation_client": "Laskut pelottaa.", "seen": "0"})
    one = Assessment.objects.get()
    gone_on = pair.send(of(one, "edit"), an_assessment(seen="1"))

    one.refresh_from_db()
    assert (begun.status_code, gone_on.status_code) == (303, 303)
    assert (one.is_ready, one.needs, one.edited_by, one.author) == (
        False,
        ["money", "housing"],
        pair.user,
        desk.user,
    )


def test_whoever_begins_while_one_is_unfinished_is_led_to_it(desk, path):
    one = AssessmentFactory(path=path, unfinished=True)

    assert desk.get(new(path)).url == of(one, "edit")
    answer = desk.send(new(path), an_assessment(situation_worker="Toinen alku."))

    assert (answer.status_code, Assessment.objects.count()) == (409, 1)
    assert "Toinen alku." in text(answer)
    assert "Vuokravelkaa on kolmelta kuulta." in text(answer)


def test_ready_asks_for_what_is_missing_and_loses_nothing(desk, path):
    answer = desk.send(new(path), {"situation_worker": "Velkaa.", "finish": "1", "seen": "0"})

    errors = answer.context["form"].errors
    assert (answer.status_code, Assessment.objects.count()) == (422, 0)
    assert {"client_view", "conclusions", "special_support", "rights_explained_on"} <= set(errors)
    assert "situation_worker" not in errors
    assert "Velkaa." in text(answer)


def test_special_support_needs_its_ground_and_day(desk, path):
    answer = desk.send(new(path), an_assessment(special_support="yes", finish="1"))

    assert (answer.status_code, set(answer.context["form"].errors)) == (
        422,
        {"special_ground", "special_on"},
    )


def test_a_ready_assessment_tells_by_whom_and_in_what_role(desk, path):
    assert desk.send(new(path), an_assessment(finish="1")).status_code == 303

    one = Assessment.objects.get()
    assert (one.ready_on, one.ready_by, one.version) == (today(), desk.user, 1)
    assert path.care.team.name in one.ready_role
    assert desk.get(of(one, "edit")).url == of(one)
    assert Entry.objects.filter(deed="pathways.document_ready", details__kind="assessment").exists()


def test_a_plan_goes_on_from_the_assessment_and_copies_nothing_by_itself(desk, path):
    AssessmentFactory(path=path, needs_worker="Tukea talouteen.")

    page = desk.get(new(path, "plan"))

    assert "Tukea talouteen." in text(page)
    assert page.context["form"]["need_worker"].value() in (None, "")
    desk.send(new(path, "plan"), a_plan())
    assert Plan.objects.get().assessment == Assessment.objects.get()


def test_with_special_support_a_plan_tells_how_often_you_meet(desk, path):
    AssessmentFactory(
        path=path, special_support="yes", special_ground="Monta tarvetta", special_on=today()
    )

    answer = desk.send(new(path, "plan"), a_plan(meet_every="", finish="1"))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["meet_every"])
    assert desk.send(new(path, "plan"), a_plan(finish="1")).status_code == 303


def test_a_ready_plan_promises_its_rhythm_and_keeps_who_was_there_then(desk, path):
    friend = MemberFactory(client=path.client, kind="close", name="Raija", role="sisko")

    desk.send(new(path, "plan"), a_plan(close_ones=[str(friend.ref)], finish="1"))
    friend.name = "Toinen"
    friend.save()

    assert (Pathway.objects.get().promised_days, AgreedRhythm.objects.count()) == (14, 1)
    assert [(one["name"], one["role"]) for one in Plan.objects.get().close_ones] == [
        ("Raija", "sisko")
    ]


def test_an_unfinished_plan_promises_nothing(desk, path):
    desk.send(new(path, "plan"), a_plan())

    assert Pathway.objects.get().promised_days is None


def test_a_review_shows_the_plan_and_sets_the_next(desk, path):
    plan = PlanFactory(path=path, means="Laskut torstaisin.")

    assert "Laskut torstaisin." in text(desk.get(new(path, "review")))
    desk.send(new(path, "review"), a_review(finish="1"))

    review = Review.objects.get()
    assert (review.plan, review.next_review_on) == (plan, today() + timedelta(days=90))


def test_last_times_answers_stand_beside_the_empty_question(desk, path):
    ReviewFactory(path=path, client_hopes="Oma koira.")

    page = desk.get(new(path, "review"))

    assert "Oma koira." in text(page)
    assert not page.context["form"]["client_hopes"].value()


def test_a_next_review_behind_is_refused_when_ready(desk, path):
    answer = desk.send(new(path, "plan"), a_plan(next_review_on=shown(today()), finish="1"))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["next_review_on"])


def test_a_double_click_makes_one(desk, path):
    sheet = uuid.uuid4()

    answers = [desk.send(new(path), an_assessment(), sheet=sheet) for _ in range(2)]

    assert {answer.status_code for answer in answers} == {303}
    assert answers[0].url == answers[1].url
    assert Assessment.objects.count() == 1


def test_an_ended_path_begins_no_document(desk, path):
    Pathway.objects.update(ended_on=today(), ending="coping")

    assert desk.send(new(path), an_assessment()).status_code == 422
    assert not Assessment.objects.exists()


def test_the_own_words_come_first_under_each_heading(desk, path):
    one = AssessmentFactory(path=path, needs_client="Ensin minun.", needs_worker="Sitten minun.")

    page = text(desk.get(of(one)))

    assert page.index("Ensin minun.") < page.index("Sitten minun.")


@pytest.mark.parametrize("kind", ["assessment", "plan", "review"])
def test_a_stranger_cannot_tell_that_there_is_a_document(path, kind):
    made = {"assessment": AssessmentFactory, "plan": PlanFactory, "review": ReviewFactory}
    one, stranger = made[kind](path=path), Desk().sit(worker())
    absent = stranger.get(f"/{kind}s/{uuid.uuid4()}/")

    for deed in ("read", "edit", "follow", "official"):
        assert stranger.get(of(one, deed)).content == absent.content
    assert stranger.get(new(path, kind)).status_code == 404
    assert stranger.get(reverse("pathways:plan", args=[path.client.ref])).status_code == 404
