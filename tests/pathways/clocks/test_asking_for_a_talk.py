"""The client asks for a personal talk: the law gives seven working days, and Paku counts them."""

import uuid
from datetime import timedelta

import pytest

from paku.access.roles import Role
from paku.audit.models import Entry
from paku.kit.dates import working_days_after
from paku.reminders.models import Clock
from pathways.models import ClockRun, Pathway
from tests.desk import Desk
from tests.factories import ClockRunFactory, PathFactory, today, worker

pytestmark = pytest.mark.django_db

NOBODY = str(uuid.uuid4())


def asked(**fields):
    return {"code": "talk", "started_on": today().isoformat(), "words": "", **fields}


def start(desk, path, **fields):
    sheet = fields.pop("sheet", None)
    return desk.send(f"/paths/{path.ref}/clocks/new/", asked(**fields), sheet=sheet)


def held(**fields):
    return {"outcome": "met", "ended_on": today().isoformat(), "end_words": "", **fields}


@pytest.fixture
def path():
    return PathFactory()


@pytest.fixture
def desk(path):
    return Desk().sit(path.care.own_worker)


def test_a_choice_and_a_tap_start_it_and_the_path_tells_the_day_and_that_it_is_the_law(desk, path):
    form = desk.get(f"/paths/{path.ref}/clocks/new/").context["form"]
    assert form["code"].value() is None
    answer = start(desk, path)

    assert answer["Location"] == f"/paths/{path.ref}/?saved=clock"
    run = ClockRun.objects.get()
    assert run.due_on == working_days_after(today(), 7)
    page = desk.get(answer["Location"]).content.decode()
    assert "14 d §" in page
    assert f"/clocks/{run.ref}/over/" in page
    assert Entry.objects.get(deed="pathways.clock_started").client_refs == [path.client.ref]


def test_a_choice_and_a_tap_end_it(desk, path):
    run = ClockRunFactory(path=path)
    form = desk.get(f"/clocks/{run.ref}/over/").context["form"]
    assert form["outcome"].value() is None
    answer = desk.send(f"/clocks/{run.ref}/over/", held())

    assert answer.status_code == 303
    run.refresh_from_db()
    assert (run.outcome, run.ended_on, run.ended_by) == ("met", today(), path.care.own_worker)
    assert f"/clocks/{run.ref}/over/" not in desk.get(f"/paths/{path.ref}/").content.decode()


def test_a_later_change_of_the_clock_moves_no_day_that_was_promised(desk, path):
    start(desk, path)
    due = ClockRun.objects.get().due_on
    old = Clock.objects.get(code="talk")
    Clock.objects.filter(pk=old.pk).update(until=today())
    Clock.objects.create(
        code="talk", days=3, unit="working_days", kind="law", label_fi="uusi", since=today() + timedelta(days=1),
        begins="request",
    )  # fmt: skip

    assert ClockRun.objects.get().due_on == due
    assert ClockRun.objects.get().clock.label_fi == "henkilökohtainen keskustelu"


def test_a_double_click_starts_one_and_another_tab_is_told(desk, path):
    sheet = uuid.uuid4()
    answers = [start(desk, path, sheet=sheet).status_code for _ in range(2)]

    assert answers == [303, 303]
    assert start(desk, path).status_code == 409
    assert start(desk, path, code="kela_joint").status_code == 303
    assert ClockRun.objects.count() == 2


def test_ending_twice_from_two_tabs_ends_once(desk, path):
    run = ClockRunFactory(path=path)
    first = desk.send(f"/clocks/{run.ref}/over/", held())
    second = desk.send(f"/clocks/{run.ref}/over/", held(outcome="called_off"))

    assert (first.status_code, second.status_code) == (303, 409)
    assert ClockRun.objects.get().outcome == "met"


@pytest.mark.parametrize(
    ("field", "value"),
    [("code", ""), ("code", "pta_start"), ("code", "x'--"), ("started_on", ""), ("started_on", "31.2.2026"),
     ("started_on", "2999-01-01"), ("words", "x" * 301), ("words", "koodi 131052-308T")],
)  # fmt: skip
def test_a_faulty_sheet_comes_back_and_starts_nothing(desk, path, field, value):
    answer = start(desk, path, **{"words": "asumisesta", field: value})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert not ClockRun.objects.exists()


def test_it_does_not_end_before_it_began_nor_without_a_word_on_why_it_was_left_out(desk, path):
    run = ClockRunFactory(path=path)
    early = desk.send(
        f"/clocks/{run.ref}/over/", held(ended_on=(today() - timedelta(days=1)).isoformat())
    )
    unfounded = desk.send(f"/clocks/{run.ref}/over/", held(outcome="unfounded"))

    assert list(early.context["form"].errors) == ["ended_on"]
    assert list(unfounded.context["form"].errors) == ["end_words"]
    assert ClockRun.objects.running().exists()


def test_an_ended_path_starts_no_clock(desk, path):
    Pathway.objects.filter(pk=path.pk).update(ended_on=today(), ending="moved")

    assert start(desk, path).status_code in {409, 422}
    assert not ClockRun.objects.exists()


def test_what_the_end_of_the_path_ended_is_not_ended_again(desk, path):
    run = ClockRunFactory(path=path)
    Pathway.objects.filter(pk=path.pk).update(ended_on=today(), ending="moved")

    answer = desk.send(f"/clocks/{run.ref}/over/", held(end_words="Kahvilla"))
    elsewhere = desk.send(f"/paths/{path.ref}/clocks/assessed/", {"ended_on": today().isoformat()})

    assert (answer.status_code, elsewhere.status_code) == (409, 409)
    assert "Kahvilla" in answer.content.decode()
    assert list(ClockRun.objects.values_list("ended_on", flat=True)) == [None]


@pytest.mark.parametrize("role", [Role.INSTRUCTOR, Role.NEAR_WORKER, Role.MAIN_USER])
def test_a_stranger_gets_the_same_404_as_for_nothing(path, role):
    run = ClockRunFactory(path=path)
    stranger = Desk().sit(worker(role))
    for address in (f"/paths/{path.ref}/clocks/new/", f"/clocks/{run.ref}/over/"):
        hidden = stranger.get(address)
        nothing = address.replace(str(path.ref), NOBODY).replace(str(run.ref), NOBODY)
        absent = stranger.get(nothing)
        assert hidden.status_code == absent.status_code == 404
        assert hidden.content == absent.content


def test_the_path_page_costs_the_same_for_one_clock_and_for_many(desk, path):
    ClockRunFactory(path=path)
    one = desk.cost(f"/paths/{path.ref}/")
    for code in ("kela_joint", "tt_decision", "appeal", "a11y"):
        ClockRunFactory(path=path, code=code)

    assert desk.cost(f"/paths/{path.ref}/") == one
