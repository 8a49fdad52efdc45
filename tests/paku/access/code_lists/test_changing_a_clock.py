"""The main user changes a clock from a day: the past stays, the law asks for its source and a reason."""

import uuid
from datetime import timedelta

import pytest

from paku.access.roles import Role
from paku.audit.models import Entry
from paku.reminders.models import Clock
from tests.desk import Desk
from tests.factories import today, worker
from tests.paku.access.code_lists.changing import TALK, a_change, days_on, main_user

pytestmark = pytest.mark.django_db


def days_by(day):
    return Clock.objects.terms(day)["talk"].number


def test_a_change_holds_from_its_day_and_the_past_stays_as_it_was():
    answer = main_user().send(TALK, a_change())

    assert (answer.status_code, answer["Location"]) == (303, "/set-up/clocks/")
    assert (days_by(days_on(4)), days_by(days_on(5))) == (7, 10)
    old, new = Clock.objects.filter(code="talk").order_by("since")
    assert (old.until, old.days) == (days_on(4), 7)
    assert (new.unit, new.begins, new.is_followed) == ("working_days", "request", True)
    entry = Entry.objects.get(deed="access.value_changed")
    assert (entry.object_ref, entry.reason) == ("clocks/talk", "Laki muuttui")


def test_the_list_tells_what_is_coming_and_the_value_its_history():
    desk = main_user()
    desk.send(TALK, a_change())

    assert "pill tone-info" in desk.get("/set-up/clocks/").content.decode()
    page = desk.get(TALK).content.decode()
    assert "Laki muuttui" in page
    assert "laki toimeentulotuesta 1412/1997 14 d §" in page


@pytest.mark.parametrize(
    ("field", "value"),
    [("source", ""), ("reason", ""), ("days", "0"), ("days", "-1"), ("days", "seitsemän"), ("days", "99999"),
     ("kind", "habit"), ("label_fi", ""), ("since", "32.1.2026"), ("since", "")],
)  # fmt: skip
def test_a_faulty_sheet_comes_back_with_all_that_was_typed(field, value):
    desk = main_user()
    answer = desk.send(TALK, a_change(label_en="kept as typed", **{field: value}))

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert "kept as typed" in answer.content.decode()
    assert Clock.objects.filter(code="talk").count() == 1


def test_what_has_been_is_not_changed():
    answer = main_user().send(TALK, a_change(since=days_on(-1).isoformat()))

    assert answer.status_code == 422
    assert days_by(today()) == 7


def test_an_own_target_needs_no_reason():
    answer = main_user().send(
        "/set-up/clocks/pta_start/", a_change(kind="own_target", reason="", source="")
    )

    assert answer.status_code == 303


def test_a_clock_without_a_number_is_not_asked_for_one():
    desk = main_user()

    assert 'name="days"' not in desk.get("/set-up/clocks/urgent/").content.decode()
    assert desk.send("/set-up/clocks/urgent/", a_change(label_fi="kiire")).status_code == 303
    assert Clock.objects.terms(days_on(5))["urgent"].label == "kiire"


def test_a_double_click_changes_once_and_another_change_from_the_same_day_is_told_of():
    desk, sheet = main_user(), uuid.uuid4()
    answers = [desk.send(TALK, a_change(), sheet=sheet) for _ in range(2)]
    other = desk.send(TALK, a_change(days="12"))

    assert [answer.status_code for answer in answers] == [303, 303]
    assert (other.status_code, list(other.context["form"].errors)) == (422, ["since"])
    assert Clock.objects.filter(code="talk").count() == 2
    assert Entry.objects.filter(deed="access.value_changed").count() == 1


def test_a_change_between_two_ends_where_the_later_begins():
    desk = main_user()
    desk.send(TALK, a_change(since=days_on(20).isoformat()))
    desk.send(TALK, a_change(days="8", since=days_on(10).isoformat()))

    assert [days_by(days_on(n)) for n in (9, 10, 19, 20)] == [7, 8, 8, 10]
    rows = Clock.objects.filter(code="talk").order_by("since")
    assert [row.until for row in rows] == [days_on(9), days_on(19), None]


def test_a_coming_change_is_taken_back_once():
    desk = main_user()
    for day in (10, 20):
        desk.send(TALK, a_change(days=str(day), since=days_on(day).isoformat()))
    shown = {"since": days_on(10).isoformat()}
    answers = [desk.send(f"{TALK}take-back/", shown).status_code for _ in range(2)]

    assert answers == [303, 303]
    assert [days_by(days_on(n)) for n in (10, 19, 20)] == [7, 7, 20]


def test_what_is_in_force_is_not_taken_back():
    began = Clock.objects.get(code="talk").since
    answer = main_user().send(f"{TALK}take-back/", {"since": began.isoformat()})

    assert answer.status_code == 422
    assert Clock.objects.filter(code="talk").count() == 1


def test_without_a_fresh_proof_nothing_is_changed_and_the_sheet_is_carried_along():
    desk = Desk().sit(worker(Role.MAIN_USER)).shows("webauthn", ago=timedelta(hours=1).seconds)
    answer = desk.send(TALK, a_change())

    assert answer.status_code == 403
    assert "Laki muuttui" in answer.content.decode()
    assert Clock.objects.filter(code="talk").count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role != Role.MAIN_USER])
@pytest.mark.parametrize(
    "address", ["/set-up/clocks/", TALK, "/set-up/lists/", "/set-up/clocks/nothing/"]
)
def test_nobody_else_comes_in(role, address):
    desk = Desk().sit(worker(role))

    assert desk.get(address).status_code == 403
    assert desk.send(address, a_change()).status_code == 403
    assert Clock.objects.filter(code="talk").count() == 1


@pytest.mark.parametrize("role", list(Role))
def test_everybody_who_works_here_reads_the_table_with_its_sources(role):
    page = Desk().sit(worker(role)).get("/clocks/")

    assert page.status_code == 200
    assert "SHL 36.1 §" in page.content.decode()


def test_the_lists_cost_the_same_for_one_value_and_for_ten():
    desk = main_user()
    one = desk.cost("/set-up/clocks/")
    Clock.objects.bulk_create(
        Clock(code=f"extra-{n}", days=n, label_fi="x", since=today()) for n in range(1, 11)
    )

    assert desk.cost("/set-up/clocks/") == one
