"""Own words: dated, by question, never overwritten."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from clients.models import OwnWords
from tests.desk import Desk
from tests.factories import OwnWordsFactory, today, worker

pytestmark = pytest.mark.django_db


def page_of(path):
    return reverse("clients:own-words", args=[path.client.ref])


def said(**fields):
    return {
        "question": "dreams",
        "text": "Että pääsisin mökille",
        "said_on": today().isoformat(),
        **fields,
    }


def test_a_new_answer_stands_beside_the_old_one(desk, path):
    OwnWordsFactory(client=path.client, text="Ennen haaveilin moposta")

    assert desk.send(page_of(path), said()).status_code == 303

    page = desk.get(page_of(path)).content.decode()
    assert page.index("Että pääsisin mökille") < page.index("Ennen haaveilin moposta")


def test_what_somebody_said_cannot_be_changed(path):
    words = OwnWordsFactory(client=path.client)

    with pytest.raises(DatabaseError), transaction.atomic():
        OwnWords.objects.filter(pk=words.pk).update(text="muuta")
    with pytest.raises(TypeError):
        words.save()


def test_an_empty_answer_is_asked_for_again(desk, path):
    answer = desk.send(page_of(path), said(text="   "))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["text"])
    assert not OwnWords.objects.exists()


def test_a_stranger_cannot_tell_that_the_client_exists(path):
    assert Desk().sit(worker()).send(page_of(path), said()).status_code == 404
    assert not OwnWords.objects.exists()
