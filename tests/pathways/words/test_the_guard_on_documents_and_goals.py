"""The worker's own fields of documents and goals are looked at; those in which the person or others speak never."""

import pytest
from django.urls import reverse

from pathways.forms.documents import FORMS
from tests.pathways.documents.sheets import an_assessment, new
from tests.pathways.lists import text

pytestmark = pytest.mark.django_db
LABEL = "Raimo on ei motivoitunut."


@pytest.mark.parametrize("kind", FORMS)
def test_only_the_workers_fields_are_named(kind):
    form = FORMS[kind]
    others = {name for name in form.model.texts() if "client" in name or name.endswith("_view")}

    assert not set(form.looked_at) & (others - {"worker_view"})
    assert {"assessment": "conclusions", "plan": "means", "review": "worker_view"}[
        kind
    ] in form.looked_at


def under(page, name):
    return page.partition(f'id="div_id_{name}"')[2].partition('id="div_id_')[0]


def test_a_sheet_that_comes_back_has_the_offers_under_the_workers_text_only(desk, path):
    typed = an_assessment(situation_client=LABEL, situation_worker=LABEL, special_on="32.1.2026")
    answer = desk.send(new(path), typed)
    page = text(answer)

    assert answer.status_code == 422
    assert "ei vielä" in under(page, "situation_worker")
    assert "looked-at" not in under(page, "situation_client")


def test_the_words_go_along_once_however_many_fields_there_are(desk, path):
    page = text(desk.get(new(path)))

    assert page.count("data-looked-at=") == len(FORMS["assessment"].looked_at)
    assert page.count("yhteistyökyvyt") == 1


def test_a_goal_is_looked_at_in_the_workers_words_only(desk, path):
    page = text(desk.get(reverse("pathways:new-goal", args=[path.ref])))

    assert page.count("data-looked-at=") == 1
    assert "looked-at" in under(page, "worker_words")


def test_a_label_in_a_document_is_saved_as_it_was_written(desk, path):
    assert desk.send(new(path), an_assessment(situation_worker=LABEL)).status_code == 303
