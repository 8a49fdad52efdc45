"""Row S20: the four categories are assessed together; a suggestion with its reason, and both may choose otherwise."""

from __future__ import annotations

import uuid

import pytest
from django.db import DatabaseError, transaction
from django.utils import translation

from pathways.models import AgreedRhythm, Category, CategoryTalk
from pathways.models.category import suggest
from pathways.models.stage import Stage
from tests.factories import CategoryTalkFactory, PathFactory
from tests.pathways.categories.sheets import answers, chosen, page_of, sheet_of
from tests.pathways.lists import days, text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("own", "around", "need", "parties", "category", "is_open_cell"),
    [
        (2, 2, 0, 1, "self_service", False),
        (2, 2, 2, 1, "co_operation", False),
        (2, 2, 0, 3, "co_operation", False),
        (1, 2, 0, 1, "community", False),
        (2, 1, 0, 2, "community", False),
        (1, 1, 2, 4, "network", False),
        (1, 2, 2, 1, "network", True),
        (2, 1, 0, 3, "network", True),
        (1, 1, 0, 1, "community", True),
    ],
)
def test_each_cell_of_the_model_has_its_suggestion(
    own, around, need, parties, category, is_open_cell
):
    found = suggest([own] * 3, [around] * 2, [need] * 4, parties)

    assert (found.category, found.is_open_cell) == (category, is_open_cell)


def test_the_border_is_at_one_and_a_half_and_what_is_skipped_does_not_count():
    assert suggest([1, 2, None], [2, 1], [0] * 4, 0).category == Category.SELF_SERVICE
    assert suggest([1, 1, 2], [2, 1], [0] * 4, 0).category == Category.COMMUNITY
    assert suggest([3, 3, 3], [3, 3], [2, 2, 2, 0], 1).category == Category.SELF_SERVICE
    assert suggest([3, 3, 3], [3, 3], [2, 2, 2, 0], 2).category == Category.CO_OPERATION


@pytest.mark.parametrize("skipped", [{"own": ""}, {"around": ""}, {"own": "", "around": ""}])
def test_too_much_skipped_suggests_nothing_and_may_still_be_chosen(desk, path, skipped):
    looked = desk.send(sheet_of(path), answers(**skipped))
    saved = desk.send(sheet_of(path), chosen("community", **skipped))

    assert (looked.status_code, looked.context["form"].suggestion) == (200, None)
    assert saved.status_code == 303
    assert CategoryTalk.objects.get().suggested == ""


def test_the_answers_are_met_with_a_suggestion_and_nothing_is_saved_yet(desk, path):
    with translation.override("en"):
        page = desk.send(sheet_of(path), answers(own="1", need="3"))

    form = page.context["form"]
    assert (page.status_code, form.suggestion.category) == (200, "network")
    assert form.suggestion.why in text(page).replace("&#x27;", "'")
    assert form["tangled"].value() == "3"
    assert not CategoryTalk.objects.exists()


def test_the_talk_is_kept_with_the_persons_word_and_the_workers_name(desk, path):
    sent = chosen("self_service", client_words="Soitan, jos tulee jotain.")

    assert desk.send(sheet_of(path), sent).status_code == 303

    talk = CategoryTalk.objects.get()
    assert (talk.suggested, talk.chosen, talk.client_agrees, talk.by) == (
        "self_service", "self_service", "yes", desk.user,
    )  # fmt: skip
    page = text(desk.get(page_of(path)))
    assert "Soitan, jos tulee jotain." in page
    assert str(Category.SELF_SERVICE.arrangement) in page


def test_choosing_otherwise_wants_a_reason_and_keeps_both(desk, path):
    refused = desk.send(sheet_of(path), chosen("community"))
    desk.send(sheet_of(path), chosen("community", reason="Haluaa ensin tutustua ryhmään"))

    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["reason"])
    talk = CategoryTalk.objects.get()
    assert (talk.suggested, talk.chosen) == ("self_service", "community")
    assert "Haluaa ensin tutustua ryhmään" in text(desk.get(page_of(path)))


def test_the_person_may_choose_otherwise_than_the_worker(desk, path):
    wants = {"client_agrees": "no", "client_chose": "community"}

    assert desk.send(sheet_of(path), chosen("self_service", **wants)).status_code == 303

    assert CategoryTalk.objects.get().client_chose == "community"
    assert str(Category.COMMUNITY.label) in text(desk.get(page_of(path)))


def test_nothing_earlier_is_overwritten(desk, path):
    CategoryTalkFactory(path=path, on=days(-90), client_words="Silloin oli raskasta")
    desk.send(sheet_of(path), chosen("self_service", seen="1"))

    page = desk.get(page_of(path))

    assert page.context["now"].chosen == "self_service"
    assert [talk.chosen for talk in page.context["earlier"]] == ["network"]
    assert "Silloin oli raskasta" in text(page)
    with pytest.raises(DatabaseError), transaction.atomic():
        CategoryTalk.objects.update(chosen="community")


def test_a_network_meeting_is_proposed_where_several_parties_meet():
    proposing = [one for one in Category if one.proposes_meeting]

    assert proposing == [Category.CO_OPERATION, Category.NETWORK]


def test_the_rhythm_is_agreed_on_only_by_a_deliberate_tick(desk, path):
    desk.send(sheet_of(path), chosen("self_service"))
    without = AgreedRhythm.objects.count()
    desk.send(sheet_of(path), chosen("self_service", seen="1", agree_rhythm="on"))

    assert (without, AgreedRhythm.objects.get().every_days) == (0, 60)
    path.refresh_from_db()
    assert path.promised_days == 60


def test_in_tapering_the_rhythm_is_the_plans_own(desk, ohjaaja, team):
    path = PathFactory(care__own_worker=ohjaaja, care__team=team, stage=Stage.TAPERING)

    assert "agree_rhythm" not in desk.get(sheet_of(path)).context["form"].fields
    desk.send(sheet_of(path), chosen("self_service", agree_rhythm="on"))

    assert (CategoryTalk.objects.count(), AgreedRhythm.objects.count()) == (1, 0)


def test_an_old_path_has_its_history_and_no_arrangement_now(desk, path):
    CategoryTalkFactory(path=path)
    path.ended_on, path.ending = days(0), "moved"
    path.save(update_fields=["ended_on", "ending"])

    page = desk.get(page_of(path))

    assert (page.context["now"], len(page.context["earlier"])) == (None, 1)
    assert desk.send(sheet_of(path), chosen("self_service", seen="1")).status_code == 422


def test_two_equal_sends_make_one_talk(desk, path):
    sheet = uuid.uuid4()
    for _ in range(2):
        answer = desk.send(sheet_of(path), chosen("self_service"), sheet=sheet)
        assert answer.status_code == 303

    assert CategoryTalk.objects.count() == 1


def test_of_two_tabs_the_later_is_shown_both(desk, path):
    desk.send(sheet_of(path), chosen("self_service", client_words="Ensimmäinen välilehti"))

    late = desk.send(sheet_of(path), chosen("self_service", client_words="Toinen välilehti"))

    assert late.status_code == 409
    assert "Ensimmäinen välilehti" in text(late)
    assert "Toinen välilehti" in text(late)
    assert CategoryTalk.objects.count() == 1


def test_ten_talks_cost_what_one_does(desk, path):
    CategoryTalkFactory(path=path)
    one = desk.cost(page_of(path))
    CategoryTalkFactory.create_batch(9, path=path)

    assert desk.cost(page_of(path)) == one <= 12
