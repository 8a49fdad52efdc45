"""Reflecting on a whole encounter by six words (row S6): for the worker alone, never about the client."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from paku.access.roles import Role
from paku.audit.models import Entry
from paku.kit.context import enter
from paku.kit.forgetting import forget_what_has_run_out
from paku.saving.models import Draft
from pathways.models import Reflection
from pathways.models.reflection import SixWords
from tests.desk import Desk
from tests.factories import AssignmentFactory, VisitFactory, today, worker

pytestmark = pytest.mark.django_db
SECRET = "Hiljaisuus ennen ovea jäi minuun."
LIST = "/account/reflections/"


@pytest.fixture
def visit(path):
    return VisitFactory(path=path)


@pytest.fixture
def desk(visit):
    return Desk().sit(visit.worker)


def page_of(visit):
    return reverse("pathways:reflection", args=[visit.ref])


def take_away(reflection):
    return reverse("pathways:take-reflection-away", args=[reflection.ref])


def test_six_words_of_which_one_is_enough(desk, visit):
    sheet = desk.get(page_of(visit)).content.decode()
    assert all(f'name="{word}"' in sheet for word in SixWords.values)

    assert desk.send(page_of(visit), {"love": SECRET, "seen": "0"})["Location"] == LIST

    kept = Reflection.objects.get()
    assert [text for _word, text in kept.lines] == [SECRET]
    assert (kept.words["love"], kept.visit_on, kept.written_on) == (SECRET, visit.on, today())
    assert SECRET in desk.get(page_of(visit)).content.decode()


def test_none_of_the_six_is_asked_for_beside_the_first(desk, visit):
    answer = desk.send(page_of(visit), {"seen": "0"})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["secret"])
    assert not Reflection.objects.exists()


def test_the_own_list_tells_days_and_words_and_no_client(desk, visit):
    desk.send(page_of(visit), {"secret": SECRET, "seen": "0"})

    shown = desk.get(LIST).content.decode()

    assert SECRET in shown
    assert visit.path.client.last_name not in shown
    assert str(visit.path.client.ref) not in shown


def test_a_file_that_has_closed_leaves_ones_own_words_to_be_read_and_taken_away(desk, visit):
    desk.send(page_of(visit), {"secret": SECRET, "seen": "0"})
    care = visit.path.care
    care.own_worker = worker(team=care.team)
    care.save()

    assert SECRET in desk.get(LIST).content.decode()
    assert desk.send(take_away(Reflection.objects.get()), {}).status_code == 303
    assert not Reflection.objects.exists()


def test_two_tabs_never_write_over_each_other(desk, visit):
    desk.send(page_of(visit), {"secret": "Ensimmäinen", "seen": "0"})
    desk.send(page_of(visit), {"secret": "Toinen", "seen": "1"})

    late = [desk.send(page_of(visit), {"secret": "Myöhässä", "seen": seen}) for seen in ("0", "1")]

    assert [answer.status_code for answer in late] == [409, 409]
    assert all("Myöhässä" in answer.content.decode() for answer in late)
    assert all("Toinen" in answer.content.decode() for answer in late)
    assert Reflection.objects.get().words["secret"] == "Toinen"


def test_a_double_click_is_one(desk, visit):
    sheet = "8a0c6e0e-43c6-4b7e-9d0a-1e2d3c4b5a69"

    sent = [
        desk.send(page_of(visit), {"deeds": SECRET, "seen": "0"}, sheet=sheet) for _ in range(2)
    ]

    assert [answer.status_code for answer in sent] == [303, 303]
    assert Reflection.objects.get().saves == 1


def test_what_was_left_unfinished_comes_back_to_its_author(desk, visit):
    desk.leave(f"reflection/{visit.ref}", {"atmosphere": SECRET})

    assert SECRET in desk.get(page_of(visit)).content.decode()
    desk.send(page_of(visit), {"atmosphere": SECRET, "seen": "0"}, sheet=Draft.objects.get().form)
    assert not Draft.objects.exists()


def others(visit):
    team = visit.path.care.team
    return [
        AssignmentFactory(care=visit.path.care).worker,
        *(worker(role, team=team) for role in Role),
        worker(),
    ]


def test_nobody_else_finds_it_by_any_address(desk, visit):
    desk.send(page_of(visit), {"secret": SECRET, "seen": "0"})
    mine = Reflection.objects.get()

    for other in others(visit):
        there = Desk().sit(other)
        assert there.get(page_of(visit)).status_code in (403, 404)
        assert there.send(page_of(visit), {"secret": "x", "seen": "1"}).status_code in (403, 404)
        assert there.post(take_away(mine)).status_code in (403, 404)
        assert SECRET not in there.get(LIST).content.decode()

    assert Reflection.objects.get().words["secret"] == SECRET


def test_the_database_shows_it_to_its_author_alone(desk, visit):
    desk.send(page_of(visit), {"secret": SECRET, "seen": "0"})

    def seen_by(user):
        enter(user.pk)
        with connection.cursor() as cursor:
            cursor.execute("SELECT body FROM pathways_reflection")
            return cursor.fetchall()

    found = {user.pk: seen_by(user) for user in [visit.worker, *others(visit)]}

    assert {key for key, rows in found.items() if rows} == {visit.worker.pk}
    assert SECRET.encode() not in bytes(found[visit.worker.pk][0][0])


def test_no_page_of_the_file_and_no_line_of_the_trail_tells_of_it(desk, visit):
    desk.send(page_of(visit), {"secret": SECRET, "seen": "0"})
    file = f"/clients/{visit.path.client.ref}/"

    for address in (file, f"{file}path/", f"{file}summary/", f"/visits/{visit.ref}/", "/"):
        assert SECRET not in desk.get(address).content.decode()

    deeds = [str(entry) for entry in Entry.objects.values()]
    assert SECRET not in " ".join(deeds)
    assert not any("reflection" in deed for deed in deeds)


def test_after_two_years_it_is_gone_by_itself(desk, visit):
    desk.send(page_of(visit), {"secret": SECRET, "seen": "0"})
    forget_what_has_run_out()
    assert Reflection.objects.count() == 1

    Reflection.objects.update(written_on=today() - timedelta(days=2 * 366))
    forget_what_has_run_out()
    assert not Reflection.objects.exists()


def test_ten_cost_what_one_costs(desk, visit):
    def write(visit):
        body = Reflection.sealed({"secret": SECRET})
        Reflection.objects.create(
            visit=visit, author=visit.worker, body=body, visit_on=visit.on, written_on=today()
        )

    write(visit)
    one = desk.cost(LIST)
    for _ in range(9):
        write(VisitFactory(path=visit.path))

    assert desk.cost(LIST) == one <= 9
