"""The quality list: twelve sentences with four answers, gone through with the person, last time's answers beside."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from paku.access.roles import Role
from pathways.models import QualityAnswer, QualityCheck, QualityItem
from tests.desk import Desk
from tests.factories import (
    PathFactory,
    PlanFactory,
    QualityCheckFactory,
    ReviewFactory,
    today,
    worker,
)
from tests.pathways.goals.sheets import of_client, of_path
from tests.pathways.lists import days, shown, text

pytestmark = pytest.mark.django_db
MARK = "Tallella-merkki"


def told(**fields):
    """As it is sent when nothing else has been answered."""
    rest = {"told": "", "asked_at": "review", "filled_with": "together", "on": shown(today())}
    return rest | {f"item_{code}": "not_asked" for code in codes()} | fields


def codes():
    return list(QualityItem.objects.values_list("code", flat=True))


def test_twelve_sentences_with_four_answers_under_their_own_name(desk, path):
    page = desk.get(of_path("new-quality", path))

    sentences = page.context["form"].sentences
    assert len(sentences) == 12
    assert [value for value, _ in sentences[0].field.field.choices] == [
        "yes", "partly", "no", "not_asked",
    ]  # fmt: skip
    assert "Minulla on yksi ihminen tai numero, johon soitan." in text(page)
    assert "PAKU-kriteerit" not in text(page)


def test_what_is_passed_over_stays_not_asked(desk, path):
    sent = told(item_in_time="partly", item_way_back="yes", told="Tiedän minne tulla.")

    assert desk.send(of_path("new-quality", path), sent).status_code == 303

    made = QualityCheck.objects.get()
    said = dict(made.answers.values_list("item__code", "answer"))
    assert (made.asked_at, made.words, len(said)) == ("review", "Tiedän minne tulla.", 12)
    assert said.pop("in_time") == "partly"
    assert said.pop("way_back") == "yes"
    assert set(said.values()) == {"not_asked"}


def test_last_times_answers_stand_beside_even_when_once_passed_over(desk, path):
    QualityCheckFactory(path=path, on=days(-200), answers={"in_time": "no", "way_back": "yes"})
    QualityCheckFactory(path=path, on=days(-20), answers={"in_time": "partly"})

    sentences = desk.get(of_path("new-quality", path)).context["form"].sentences

    last = {one.field.name: one.last for one in sentences}
    assert (last["item_in_time"].answer, last["item_in_time"].on) == ("partly", days(-20))
    assert (last["item_way_back"].answer, last["item_way_back"].on) == ("yes", days(-200))
    assert last["item_one_person"] is None


def test_the_newest_answers_stand_first(desk, path):
    for ago in (-200, -20, -100):
        QualityCheckFactory(path=path, on=days(ago), words=f"Sanat {ago}.")

    page = text(desk.get(of_client("quality", path)))

    places = [page.index(f"Sanat {ago}.") for ago in (-20, -100, -200)]
    assert places == sorted(places)


def test_what_was_answered_keeps_the_wording_of_its_day(desk, path):
    QualityCheckFactory(path=path, on=days(-20))
    old = QualityItem.objects.get(code="in_time")
    QualityItem.objects.filter(pk=old.pk).update(until=today() - timedelta(days=1))
    QualityItem.objects.create(
        code="in_time", label_fi="Apu tuli ajallaan.", order=old.order, since=today()
    )

    sheet = text(desk.get(of_path("new-quality", path)))
    page = text(desk.get(of_client("quality", path)))

    assert ("Apu tuli ajallaan." in sheet, old.label_fi in sheet) == (True, False)
    assert ("Apu tuli ajallaan." in page, old.label_fi in page) == (False, True)


def test_from_the_review_and_from_the_exit_the_occasion_is_filled_in(desk, path):
    PlanFactory(path=path)
    review = ReviewFactory(path=path)
    for page, at in ((review.get_absolute_url(), "review"), (of_path("exit", path), "exit")):
        link = of_path("new-quality", path) + f"?at={at}"
        assert link in text(desk.get(page))
        assert desk.get(link).context["form"]["asked_at"].value() == at


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"item_in_time": "maybe"}, "item_in_time"),
        ({"filled_with": ""}, "filled_with"),
        ({"asked_at": "whenever"}, "asked_at"),
        ({"on": "31.2.2026"}, "on"),
        ({"on": "tomorrow"}, "on"),
    ],
)
def test_a_forged_or_half_sheet_comes_back_with_all_that_was_typed(desk, path, wrong, field):
    wrong = {**wrong, "on": shown(days(1))} if wrong.get("on") == "tomorrow" else wrong
    sent = told(**{"item_way_back": "yes", "told": MARK, **wrong})

    answer = desk.send(of_path("new-quality", path), sent)

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert MARK in text(answer)
    assert not QualityCheck.objects.exists()


def test_a_sheet_without_an_answer_is_not_saved(desk, path):
    assert desk.send(of_path("new-quality", path), told(told=MARK)).status_code == 422
    assert not QualityCheck.objects.exists()


def test_two_equal_sends_write_one_sheet(desk, path):
    sheet = uuid.uuid4()
    for _ in range(2):
        sent = told(item_in_time="yes")
        assert desk.send(of_path("new-quality", path), sent, sheet=sheet).status_code == 303

    assert QualityCheck.objects.count() == 1
    assert QualityAnswer.objects.count() == 12


def test_on_an_ended_path_nothing_is_written(desk, path):
    path.ended_on, path.ending = today(), "moved"
    path.save(update_fields=["ended_on", "ending"])

    assert desk.send(of_path("new-quality", path), told(item_in_time="yes")).status_code == 422
    assert not QualityCheck.objects.exists()
    assert of_path("new-quality", path) not in text(desk.get(of_client("quality", path)))


def test_the_database_keeps_what_was_answered(path):
    check = QualityCheckFactory(path=path)
    with pytest.raises(DatabaseError), transaction.atomic():
        check.answers.update(answer="no")
    with pytest.raises(DatabaseError), transaction.atomic():
        QualityCheck.objects.filter(pk=check.pk).update(words="Toisin")


def test_a_stranger_learns_nothing(path):
    QualityCheckFactory(path=path)
    seat = Desk().sit(worker(Role.INSTRUCTOR))
    missing = uuid.uuid4()

    for address in (of_client("quality", path), of_path("new-quality", path)):
        ref = str(path.client.ref) if str(path.client.ref) in address else str(path.ref)
        answer = seat.get(address)
        assert answer.status_code == 404
        assert answer.content == seat.get(address.replace(ref, str(missing))).content


def test_ten_sheets_cost_what_one_does(desk, path):
    QualityCheckFactory(path=PathFactory())
    QualityCheckFactory(path=path)
    one = [desk.cost(of_client("quality", path)), desk.cost(of_path("new-quality", path))]
    QualityCheckFactory.create_batch(9, path=path)

    assert [desk.cost(of_client("quality", path)), desk.cost(of_path("new-quality", path))] == one
    assert max(one) <= 12
