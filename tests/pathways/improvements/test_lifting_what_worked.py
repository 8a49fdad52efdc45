"""S22: what worked is lifted on purpose into the good practices, in words by which nobody is known."""

from __future__ import annotations

import uuid

import pytest
from django.urls import reverse

from pathways.models import GoodPractice, ThisWorked
from tests.desk import Desk
from tests.factories import GoodPracticeFactory, PathFactory, ThisWorkedFactory, worker
from tests.pathways.lists import text

pytestmark = pytest.mark.django_db
LIST = "/area/practices/"


def sheet(mark):
    return reverse("pathways:lift-worked", args=[mark.ref])


def told(**fields):
    return {
        "practice": "",
        "what": "Mennään yhdessä ensimmäisellä kerralla",
        "how": "",
        "nobody": "on",
        **fields,
    }


def test_the_marks_own_words_are_not_copied(desk, path):
    mark = ThisWorkedFactory(path=path, what="Liisan kanssa kirjastoon")
    page = desk.get(sheet(mark))
    assert "Liisan kanssa kirjastoon" in text(page)
    assert page.context["form"]["what"].value() is None

    assert desk.send(sheet(mark), told()).status_code == 303

    listed = text(desk.get(LIST))
    assert "Mennään yhdessä ensimmäisellä kerralla" in listed
    assert "Liisan" not in listed


def test_it_is_read_once_more_before_it_is_lifted(desk, path):
    mark = ThisWorkedFactory(path=path)

    answer = desk.send(sheet(mark), told(nobody=""))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["nobody"])
    assert not GoodPractice.objects.exists()


def test_the_same_may_be_on_the_list_already(desk, path):
    known, mark = GoodPracticeFactory(), ThisWorkedFactory(path=path)

    desk.send(sheet(mark), told(practice=str(known.ref), what="", nobody=""))

    assert (GoodPractice.objects.get(), ThisWorked.objects.get().practice) == (known, known)


@pytest.mark.parametrize("both", [True, False])
def test_either_from_the_list_or_in_new_words(desk, path, both):
    known, mark = GoodPracticeFactory(), ThisWorkedFactory(path=path)
    sent = told(practice=str(known.ref)) if both else told(what="", nobody="")

    assert list(desk.send(sheet(mark), sent).context["form"].errors) == ["what"]
    assert ThisWorked.objects.get().practice is None


def test_a_mark_is_lifted_once(desk, path):
    mark, number = ThisWorkedFactory(path=path), uuid.uuid4()
    for _ in range(2):
        assert desk.send(sheet(mark), told(), sheet=number).status_code == 303

    assert desk.send(sheet(mark), told(what="Toisin")).status_code == 409
    assert GoodPractice.objects.count() == 1


@pytest.mark.parametrize(("number", "said"), [(4, None), (5, 5)])
def test_on_how_many_paths_it_has_worked_is_told_from_five_on(desk, number, said):
    known = GoodPracticeFactory()
    for _ in range(number):
        ThisWorkedFactory(practice=known)
    ThisWorkedFactory(practice=known, path=ThisWorked.objects.first().path)

    ((_practice, marks),) = desk.get(LIST).context["practices"]

    assert (marks.people, marks.area) == (said, 0)


def test_what_is_taken_off_is_on_the_list_no_more(desk):
    row = GoodPracticeFactory()
    sent = {"what": row.what, "how": "", "is_off": "on", "seen": "1"}

    assert desk.send(row.get_absolute_url(), sent).status_code == 303
    assert desk.send(row.get_absolute_url(), sent).status_code == 409
    assert desk.get(LIST).context["practices"] == []


def test_a_strangers_mark_is_as_if_it_were_not(path):
    stranger, mark = Desk().sit(worker()), ThisWorkedFactory(path=path)
    nobodys = reverse("pathways:lift-worked", args=[uuid.uuid4()])

    answers = [stranger.get(address) for address in (sheet(mark), nobodys)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content


def test_the_area_is_its_own_teams(desk, team):
    own = ThisWorkedFactory(area=True, team=team, author=desk.user, what="Kyläkaupan penkki")
    other = ThisWorkedFactory(area=True, team=PathFactory().care.team, what="Toisen tiimin")

    page = text(desk.get(LIST))

    assert own.what in page
    assert other.what not in page
    assert desk.get(sheet(other)).status_code == 404


def test_ten_practices_cost_what_one_does(desk, team):
    GoodPracticeFactory()
    ThisWorkedFactory(area=True, team=team, author=desk.user)
    one = desk.cost(LIST)

    GoodPracticeFactory.create_batch(9)
    ThisWorkedFactory.create_batch(9, area=True, team=team, author=desk.user)

    assert desk.cost(LIST) == one
