"""A forged or half sheet of a talk comes back with all that was typed, and nothing is saved."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from pathways.models import CategoryTalk
from tests.factories import ARTIFICIAL, CategoryTalkFactory
from tests.pathways.categories.sheets import chosen, sheet_of
from tests.pathways.lists import days, shown, text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"strength": "4"}, "strength"),
        ({"strength": "-1"}, "strength"),
        ({"tangled": ""}, "tangled"),
        ({"tangled": "1.5"}, "tangled"),
        ({"parties": ""}, "parties"),
        ({"parties": "31"}, "parties"),
        ({"parties": "-1"}, "parties"),
        ({"on": shown(days(1))}, "on"),
        ({"chosen": "heavy"}, "chosen"),
        ({"client_agrees": ""}, "client_agrees"),
        ({"client_chose": "network"}, "client_chose"),
        ({"reason": "x" * 301}, "reason"),
        ({"seen": "many"}, "seen"),
        ({"client_words": f"Tallella-merkki {ARTIFICIAL}"}, "client_words"),
    ],
)
def test_it_comes_back_with_all_that_was_typed(desk, path, wrong, field):
    sent = chosen("self_service", **{"client_words": "Tallella-merkki", **wrong})

    answer = desk.send(sheet_of(path), sent)

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert answer.context["form"]["client_words"].value() == sent["client_words"]
    assert not CategoryTalk.objects.exists()


def test_an_empty_sheet_says_what_is_missing(desk, path):
    answer = desk.send(sheet_of(path), {})

    assert answer.status_code == 422
    assert {"tangled", "unsteady", "missing", "joining", "parties", "on"} <= set(
        answer.context["form"].errors
    )


def test_words_come_back_beside_an_answer_that_was_missing(desk, path):
    """The suggestion waits for the answers; what was typed of the choice is there all the same."""
    sent = chosen("self_service", joining="", client_words="Tallella-merkki")

    assert "Tallella-merkki" in text(desk.send(sheet_of(path), sent))


def test_the_database_keeps_the_scale_and_the_reason(path):
    for wrong in (
        {"strength": 4},
        {"tangled": 4},
        {"chosen": "community"},
        {"client_agrees": "yes", "client_chose": "community"},
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            CategoryTalkFactory(path=path, **wrong)
