"""An absent worker's draft goes on to the person's own worker when two people want it, and nobody reads it before."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from paku.access.models import User
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.reminders.models import Delivery
from paku.saving.models import Draft, Takeover
from tests.desk import Desk
from tests.factories import AssignmentFactory, SubstituteFactory, left_behind, today, worker
from tests.factories.takeovers import LEFT
from tests.pathways.leaving import ended
from tests.pathways.lists import text
from tests.told import kinds_on, told_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(team):
    return Desk().sit(worker(Role.SUPERVISOR, team=team, name="Eka Esihenkilö"))


def drafts_of(path):
    return reverse("pathways:path-drafts", args=[path.ref])


def asked_by(lead, path, draft):
    """The address of the request."""
    answer = lead.send(drafts_of(path), {"draft": str(draft.form)})
    assert answer.status_code == 303
    return answer.url


def owners():
    return [draft.author.name for draft in Draft.objects.select_related("author")]


def test_the_supervisor_asks_the_own_worker_agrees_and_goes_on(lead, desk, path):
    draft = left_behind(path)
    listed = lead.get(reverse("pathways:left-drafts"))
    assert path.client.name in text(listed)

    page = asked_by(lead, path, draft)
    assert owners() == ["Poissa Oleva"]
    assert desk.send(page, {"outcome": "agreed"}).status_code == 303

    assert owners() == [desk.user.name]
    sheet = desk.get(reverse("pathways:new-visit", args=[path.ref]))
    assert LEFT in text(sheet)
    assert "Poissa Oleva" in text(sheet)
    assert LEFT not in text(lead.get(reverse("pathways:left-drafts")))


def test_nobody_sees_a_word_of_it_before_and_only_the_receiver_after(lead, desk, path):
    draft = left_behind(path)
    page = asked_by(lead, path, draft)

    before = [lead.get(drafts_of(path)), lead.get(page), desk.get(page), desk.get("/")]
    desk.send(page, {"outcome": "agreed"})
    after = [lead.get(page), lead.get("/caseload/"), desk.get(page)]

    assert [LEFT in text(answer) for answer in (*before, *after)] == [False] * 7
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)
    assert LEFT not in text(pair.get(reverse("pathways:new-visit", args=[path.ref])))


def test_whoever_asked_never_agrees_and_another_supervisor_may(lead, path, team):
    draft = left_behind(path)
    page = asked_by(lead, path, draft)
    second = Desk().sit(worker(Role.SUPERVISOR, team=team))

    assert lead.send(page, {"outcome": "agreed"}).status_code == 403
    assert owners() == ["Poissa Oleva"]
    assert second.send(page, {"outcome": "agreed"}).status_code == 303
    assert owners() == [path.care.own_worker.name]


def test_a_pair_and_a_stranger_do_not_even_find_the_request(lead, path):
    page = asked_by(lead, path, left_behind(path))
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)

    assert {Desk().sit(one).get(page).status_code for one in (worker(), pair.user)} == {404}


def test_of_an_absent_own_worker_the_substitute_goes_on(lead, path):
    author = path.care.own_worker
    draft = left_behind(path, author=author)
    User.objects.filter(pk=author.pk).update(last_login=timezone.now() - timedelta(days=8))

    assert lead.send(drafts_of(path), {"draft": str(draft.form)}).status_code == 422
    stands_in = SubstituteFactory(care=path.care, since=today()).worker
    page = asked_by(lead, path, draft)
    Desk().sit(stands_in).send(page, {"outcome": "agreed"})

    assert owners() == [stands_in.name]


@pytest.mark.parametrize(("days", "number"), [(6, 0), (8, 1)])
def test_a_week_of_absence_is_needed(lead, path, days, number):
    draft = left_behind(path)
    seen = timezone.now() - timedelta(days=days)
    User.objects.filter(pk=draft.author_id).update(last_login=seen)

    assert len(lead.get(drafts_of(path)).context["rows"]) == number


def test_an_author_who_comes_back_keeps_the_draft_and_the_request_falls(lead, desk, path):
    draft = left_behind(path)
    page = asked_by(lead, path, draft)
    Desk().sit(draft.author)

    desk.send(page, {"outcome": "agreed"})

    assert (owners(), Takeover.objects.get().outcome) == (["Poissa Oleva"], "fell")


def test_after_the_end_of_the_path_nobody_goes_on_with_it(lead, desk, path):
    page = asked_by(lead, path, left_behind(path))
    ended(path)

    desk.send(page, {"outcome": "agreed"})

    assert (owners(), Takeover.objects.get().outcome) == (["Poissa Oleva"], "fell")


def test_the_database_asks_about_the_two_people_by_itself(lead, path):
    from paku.kit.context import enter

    draft = left_behind(path)
    asked_by(lead, path, draft)
    asked = Takeover.objects.get()
    found = []
    for user in (lead.user, draft.author, worker(), AssignmentFactory(care=path.care).worker):
        enter(user.pk)
        with connection.cursor() as cursor:
            cursor.execute("SELECT paku_take_over(%s)", [asked.pk])
            found.append(cursor.fetchone()[0])

    assert found == [False] * 4
    enter(lead.user.pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM saving_draft")
        assert cursor.fetchone() == (0,)


def test_the_author_is_told_and_both_deeds_are_on_the_trail(lead, desk, path):
    draft = left_behind(path)
    page = asked_by(lead, path, draft)
    assert kinds_on(desk.get("/")) == ["takeover_asked"]
    desk.send(page, {"outcome": "agreed"})

    author = Desk().sit(draft.author).get("/")
    assert [one.about.receiver for one in told_on(author)] == [desk.user]
    assert desk.user.name in text(author)
    deeds = ["pathways.takeover_asked", "pathways.takeover_agreed"]
    told = Entry.objects.filter(deed__in=deeds, client_refs=[path.client.ref]).order_by("pk")
    assert [entry.deed for entry in told] == deeds
    assert LEFT not in str(list(told.values()))


def test_declined_and_taken_back_leave_it_where_it_was(lead, desk, path):
    draft = left_behind(path)
    for who, outcome in ((desk, "declined"), (lead, "withdrawn")):
        page = asked_by(lead, path, draft)
        assert who.send(page, {"outcome": outcome}).status_code == 303

    assert owners() == ["Poissa Oleva"]
    assert Delivery.objects.filter(kind="takeover_declined", to=lead.user).count() == 1


def test_two_tabs_ask_once_and_a_late_answer_is_refused(lead, desk, path):
    draft = left_behind(path)
    page, again = asked_by(lead, path, draft), asked_by(lead, path, draft)

    assert (page, Takeover.objects.count()) == (again, 1)
    desk.send(page, {"outcome": "agreed"})
    assert lead.send(page, {"outcome": "withdrawn"}).status_code == 409


def test_the_list_costs_the_same_for_one_and_for_many(lead, ohjaaja, team):
    from tests.pathways.lists import path_of

    left_behind(path_of(ohjaaja, "Aho"))
    page = reverse("pathways:left-drafts")
    one = lead.cost(page)
    for number in range(9):
        left_behind(path_of(ohjaaja, f"Kero{number}"))

    assert lead.cost(page) == one
    assert len(lead.get(page).context["rows"]) == 10
