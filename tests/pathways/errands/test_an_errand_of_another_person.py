"""What was written to the wrong person is taken off the file, its days and its words with it; that it was, stays."""

from __future__ import annotations

import uuid

import pytest
from django.urls import reverse

from network.models import Step
from paku.audit.models import Entry
from paku.printing.whole_file import chapters
from pathways.models import ErrandBefore
from tests.desk import Desk
from tests.factories import ErrandFactory, today, worker
from tests.pathways.errands.corrections import corrected, listed, page
from tests.pathways.lists import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def errand(path):
    return ErrandFactory(path=path, waiting=True, what="Haettiin asumistukea")


def test_what_is_another_persons_is_taken_off_with_its_days_and_its_words(desk, errand):
    gone = {"reason": "Väärä tiedosto auki", "version": "1"}

    assert desk.send(page(errand, "errand-mistake"), gone).status_code == 303

    errand.refresh_from_db()
    step = Step.objects.get(pk=errand.expected_id)
    assert (errand.is_mistake, errand.service, step.done_on) == (True, None, today())
    assert "asumistukea" not in f"{errand.what} {step.what} {step.outcome}"
    assert ErrandBefore.objects.get().what == "Haettiin asumistukea"
    html = text(desk.get(listed(errand)))
    assert "asumistukea" not in html
    assert desk.user.name in html
    assert Entry.objects.filter(deed="pathways.errand_mistaken").count() == 1
    assert "asumistukea" not in str(chapters(errand.path.client))


def test_what_was_taken_off_is_not_taken_up_again(desk, errand):
    old = corrected(desk, errand, what="Vanha välilehti")
    gone = {"reason": "Väärä tiedosto auki", "version": "1"}
    desk.send(page(errand, "errand-mistake"), gone)

    assert desk.send(page(errand), old).status_code == 409
    assert desk.send(page(errand, "errand-mistake"), gone).status_code == 409
    assert desk.get(page(errand))["Location"] == listed(errand)


@pytest.mark.parametrize("name", ["correct-errand", "errand-mistake"])
def test_a_stranger_cannot_tell_that_the_errand_exists(name):
    stranger, theirs = Desk().sit(worker()), ErrandFactory()
    nowhere = reverse(f"pathways:{name}", args=[uuid.uuid4()])

    answers = [stranger.get(page(theirs, name)), stranger.get(nowhere)]

    assert {answer.status_code for answer in answers} == {404}
