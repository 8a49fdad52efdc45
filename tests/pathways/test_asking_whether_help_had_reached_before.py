"""The four-part question at the entry to early support, and what speaks for a border (rows S1, S2)."""

import pytest
from django.urls import reverse

from paku.audit.models import Entry
from pathways.models import BorderEvidence, BorderSign, EarlySupportCheck
from pathways.models.stage import NEXT, Stage
from tests.desk import Desk
from tests.factories import PathFactory, today
from tests.pathways.lists import days, text
from tests.pathways.moving import a_move, sheet_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(ohjaaja, team):
    return PathFactory(care__own_worker=ohjaaja, care__team=team, stage=Stage.OUTREACH)


def early_of(path):
    return reverse("pathways:early-check", args=[path.ref])


def to_early(**fields):
    return a_move(to="early_support", **fields)


def test_the_four_parts_are_asked_at_the_entry_and_shown_on_the_path(desk, path):
    answer = desk.send(
        sheet_for(path),
        to_early(
            early_available="yes",
            early_reachable="no",
            early_reachable_words="Bussi kulkee kerran viikossa",
            early_sufficient="partly",
            early_right_kind="not_asked",
        ),
    )

    assert answer.status_code == 303
    check = EarlySupportCheck.objects.get(move=path.moves.last())
    assert (check.available, check.reachable, check.sufficient, check.right_kind) == (
        "yes", "no", "partly", "not_asked"
    )  # fmt: skip
    assert len(check.told) == 3
    assert "Bussi kulkee kerran viikossa" in text(desk.get(path.get_absolute_url()))
    assert Entry.objects.get(deed="pathways.border_told").details["early_support"] is True


def test_nobody_is_made_to_ask(desk, path):
    desk.send(sheet_for(path), to_early())

    assert path.moves.last().stage == Stage.EARLY_SUPPORT
    assert not EarlySupportCheck.objects.exists()
    assert not Entry.objects.filter(deed="pathways.border_told").exists()


def test_answers_for_a_stage_that_was_not_chosen_are_left(desk, path):
    desk.send(sheet_for(path), a_move(to="intensive_support", early_available="no"))

    assert not EarlySupportCheck.objects.exists()


def test_what_is_no_answer_comes_back_beside_its_field_with_all_that_was_typed(desk, path):
    answer = desk.send(sheet_for(path), to_early(early_available="ehkä"))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["early_available"])
    assert "Voimia on enemmän" in text(answer)
    assert path.moves.count() == 1


def test_a_path_that_began_at_early_support_is_asked_afterwards_once(desk, team):
    path = PathFactory(care__own_worker=desk.user, care__team=team, stage=Stage.EARLY_SUPPORT)

    offered = text(desk.get(path.get_absolute_url()))
    nothing = desk.send(early_of(path), {})
    first = desk.send(early_of(path), {"early_available": "no"})
    again = desk.send(early_of(path), {"early_available": "yes"})

    assert early_of(path) in offered
    assert (nothing.status_code, first.status_code, again.status_code) == (422, 303, 409)
    assert EarlySupportCheck.objects.get().available == "no"
    assert early_of(path) not in text(desk.get(path.get_absolute_url()))


def test_a_path_that_was_never_in_early_support_has_no_such_question(desk, path):
    assert desk.get(early_of(path)).status_code == 404


@pytest.mark.parametrize("here", list(Stage))
def test_every_border_of_the_map_has_its_short_list(here):
    path = PathFactory(stage=here)

    borders = Desk().sit(path.care.own_worker).get(sheet_for(path)).context["borders"]

    # the way to a controlled exit goes by its own list (tests/pathways/tapering)
    assert {border.stage for border in borders} == NEXT[here] - {Stage.CONTROLLED_EXIT}
    assert all(2 <= len(border.signs) <= 5 for border in borders)


def test_what_was_ticked_with_words_stands_beside_the_move(desk, path):
    desk.send(
        sheet_for(path),
        to_early(
            sign_wants_to_go_on="on",
            sign_wants_to_go_on_words="Sanoi: mennään vaan",
            sign_many_matters="on",
        ),
    )

    told = BorderEvidence.objects.get()
    assert (told.sign.code, told.words, told.move) == (
        "wants_to_go_on", "Sanoi: mennään vaan", path.moves.last()
    )  # fmt: skip
    page = text(desk.get(path.get_absolute_url()))
    assert "Sanoi: mennään vaan" in page
    assert told.sign.label_fi in page


def test_a_list_is_the_main_users_to_change_and_what_was_ticked_keeps_its_words(desk, path):
    desk.send(sheet_for(path), to_early(sign_own_strength="on"))
    sign = BorderSign.objects.get(code="own_strength")
    BorderSign.objects.filter(pk=sign.pk).update(until=days(-1))
    BorderSign.objects.create(
        code="own_strength", stage="early_support", since=today(), label_fi="Uusi muotoilu", order=6
    )

    page = text(desk.get(path.get_absolute_url()))
    other = PathFactory(care__own_worker=desk.user, care__team=path.care.team, stage=Stage.OUTREACH)

    assert sign.label_fi in page
    assert "Uusi muotoilu" not in page
    assert "Uusi muotoilu" in text(desk.get(sheet_for(other)))
