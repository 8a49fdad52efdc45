"""Row S4: the questions that show interest, each with its answers, days, places and hearers; nothing overwritten."""

import pytest
from django.urls import reverse

from clients.models import OwnWords
from clients.models.own_words import Question
from tests.factories import OwnWordsFactory, today

pytestmark = pytest.mark.django_db


def page_of(path):
    return reverse("clients:own-words", args=[path.client.ref])


def said(**fields):
    return {
        "question": "strengths",
        "text": "Osaan korjata mopoja.",
        "said_on": today().isoformat(),
        "place": "kahvilassa",
        **fields,
    }


@pytest.mark.parametrize("question", Question)
def test_every_question_can_be_answered_and_is_read_with_who_heard_it_and_where(
    desk, path, question
):
    assert desk.send(page_of(path), said(question=question.value)).status_code == 303

    html = desk.get(page_of(path)).content.decode()
    for told in ("Osaan korjata mopoja.", "kahvilassa", desk.user.name):
        assert told in html
    assert OwnWords.objects.get().heard_by == desk.user


def test_what_was_said_earlier_is_folded_below_the_newest_of_its_question(desk, path):
    OwnWordsFactory(client=path.client, question="strengths", text="En osaa mitään.")
    desk.send(page_of(path), said())

    html = desk.get(page_of(path)).content.decode()

    assert html.index("Osaan korjata") < html.index('<details class="more"') < html.index("En osaa")


def test_where_it_was_said_may_be_left_out_but_not_be_a_story(desk, path):
    assert desk.send(page_of(path), said(place="")).status_code == 303

    answer = desk.send(page_of(path), said(place="x" * 81))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["place"])
    assert answer.context["form"]["text"].value() == "Osaan korjata mopoja."


def test_the_page_costs_the_same_for_one_and_for_ten(desk, path):
    OwnWordsFactory(client=path.client)
    one = desk.cost(page_of(path))
    OwnWordsFactory.create_batch(9, client=path.client)

    assert desk.cost(page_of(path)) == one <= 10
