"""Double clicks, two tabs, a service that tries again: one visit, and nobody's text lost."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.urls import reverse

from pathways.models import Visit, VisitText
from tests.desk import Desk
from tests.factories import PathFactory, VisitFactory, today

VISIT = {"note": "Yksi ja sama", "kind": "home", "met": "yes", "present": "client"}


def test_twenty_identical_posts_at_once_make_one_visit(own_database):
    path = PathFactory()
    sheet, url = uuid.uuid4(), reverse("pathways:new-visit", args=[path.ref])

    def press_save(_):
        try:
            return (
                Desk()
                .sit(path.care.own_worker)
                .send(url, {**VISIT, "on": today().isoformat()}, sheet=sheet)
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as fingers:
        answers = list(fingers.map(press_save, range(20)))

    assert {answer.status_code for answer in answers} == {303}
    assert len({answer["Location"] for answer in answers}) == 1
    assert (Visit.objects.count(), VisitText.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_two_sheets_make_two_visits():
    path = PathFactory()
    desk = Desk().sit(path.care.own_worker)

    for _ in range(2):
        desk.send(
            reverse("pathways:new-visit", args=[path.ref]), {**VISIT, "on": today().isoformat()}
        )

    assert Visit.objects.count() == 2


@pytest.mark.django_db
def test_the_second_of_two_corrections_sees_both_texts_and_overwrites_nothing():
    visit = VisitFactory()
    desk = Desk().sit(visit.worker)
    url = reverse("pathways:correct-visit", args=[visit.ref])

    first = desk.send(url, {"note": "Ensimmäinen korjaus", "reason": "päivä väärin", "version": 1})
    second = desk.send(url, {"note": "Toinen korjaus", "reason": "nimi väärin", "version": 1})

    assert (first.status_code, second.status_code) == (303, 409)
    page = second.content.decode()
    assert "Ensimmäinen korjaus" in page
    assert "Toinen korjaus" in page
    assert list(VisitText.objects.filter(visit=visit).values_list("version", "note")) == [
        (2, "Ensimmäinen korjaus"),
        (1, "Puhuttiin arjesta."),
    ]


@pytest.mark.django_db
def test_signed_out_meanwhile_the_text_comes_back_on_the_page():
    from django.test import Client as Browser

    path = PathFactory()
    strict = Browser(enforce_csrf_checks=True)
    strict.force_login(path.care.own_worker)

    answer = strict.post(reverse("pathways:new-visit", args=[path.ref]), {**VISIT, "_end": "1"})

    assert answer.status_code == 403
    assert "Yksi ja sama" in answer.content.decode()
    assert not Visit.objects.exists()
